package fr.ondine.platform.tariffs;

/**
 * What all charges have.
 *
 * @param code stays the same from version to version, so that one charge can be followed
 * @param label as it is printed
 */
public record ChargeTerms(
        String code, String label, InvoiceSection section, Beneficiary beneficiary, Vat vat, RateBasis basis) {

    public ChargeTerms {
        code = code.strip();
        label = label.strip();
        if (code.isEmpty() || label.isEmpty()) {
            throw new ChargeNameMissing();
        }
    }
}
