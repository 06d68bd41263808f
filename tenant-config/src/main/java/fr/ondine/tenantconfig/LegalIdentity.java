package fr.ondine.tenantconfig;

import org.jspecify.annotations.Nullable;

/**
 * Who the utility is in law, as its invoices and its legal notice (mentions légales) must say.
 *
 * @param vatNumber without it the utility is not subject to VAT
 * @param registration legal form, capital and register (RCS) of a company (Code de commerce R123-237, R123-238)
 */
public record LegalIdentity(
        String legalName,
        Siren siren,
        @Nullable String vatNumber,
        VatDue vatDue,
        @Nullable String registration,
        String publicationDirector,
        Hosting hosting) {

    /** Two lines at the foot of a paper. */
    private static final int MOST_OF_A_FOOT = 200;

    /** Who hosts the portal, named in the legal notice. */
    public record Hosting(String name, String address) {}

    public LegalIdentity {
        if (vatNumber != null) {
            vatNumber = vatNumber.replace(" ", "");
            Invalid.unless(
                    vatNumber.equals(siren.vatNumber()),
                    "vatNumber",
                    "vat-number",
                    vatNumber,
                    siren,
                    siren.vatNumber());
        }
        Invalid.when(
                registration != null && registration.length() > MOST_OF_A_FOOT,
                "registration",
                "registration-long",
                MOST_OF_A_FOOT);
        Invalid.when(vatNumber == null && vatDue == VatDue.ON_DEBITS, "vatDue", "vat-due-without-number");
    }
}
