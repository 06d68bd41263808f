package fr.ondine.platform.tariffs;

import java.util.Locale;
import java.util.stream.Stream;

/**
 * What all charges have.
 *
 * @param code stays the same from version to version, so that one charge can be followed
 * @param label as it is printed
 * @param isOfSewerage whether it is of waste water, as all of that rubric is, and of public bodies a levy on sewerage
 */
public record ChargeTerms(
        String code,
        String label,
        InvoiceSection section,
        Beneficiary beneficiary,
        Vat vat,
        RateBasis basis,
        boolean isOfSewerage) {

    public ChargeTerms {
        code = code.strip();
        label = label.strip();
        if (code.isEmpty() || label.isEmpty()) {
            throw new ChargeNameMissing();
        }
        isOfSewerage = isOfSewerage || isNamedSewerage(section, label);
    }

    /** Where nobody says whether it is of waste water. */
    public ChargeTerms(
            String code, String label, InvoiceSection section, Beneficiary beneficiary, Vat vat, RateBasis basis) {
        this(code, label, section, beneficiary, vat, basis, false);
    }

    /** By the rubric, or by the names that the law gives the levies on sewerage: since 2025, and before. */
    public static boolean isNamedSewerage(InvoiceSection section, String label) {
        var words = label.toLowerCase(Locale.ROOT);
        return section == InvoiceSection.SEWERAGE
                || section == InvoiceSection.PUBLIC_BODIES
                        && Stream.of("assainissement", "réseaux de collecte").anyMatch(words::contains);
    }
}
