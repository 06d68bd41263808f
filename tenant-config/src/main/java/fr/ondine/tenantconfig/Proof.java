package fr.ondine.tenantconfig;

/** What a person may give beside the contract number to show that the contract is theirs. */
public enum Proof {
    CLAIM_KEY,
    EMAIL_ON_FILE,
    INVOICE_NUMBER,
    METER_NUMBER;

    /** What it is worth in bits where claim keys are worth that much. */
    public int bits(int claimKeyBits) {
        return switch (this) {
            case CLAIM_KEY -> claimKeyBits;
            // known to friends, correspondents and whoever bought a stolen list
            case EMAIL_ON_FILE -> 0;
            // sequential: whoever holds one invoice knows within some thousands where the others are
            case INVOICE_NUMBER -> 13;
            // bought by the pallet with consecutive numbers, and written on the meter
            case METER_NUMBER -> 13;
        };
    }
}
