package fr.ondine.tenantconfig;

/** What a person may give beside the contract number to show that the contract is theirs. */
public enum Proof {
    CLAIM_KEY,
    EMAIL_ON_FILE,
    INVOICE_NUMBER,
    METER_NUMBER
}
