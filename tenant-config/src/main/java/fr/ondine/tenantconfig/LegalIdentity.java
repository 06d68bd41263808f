package fr.ondine.tenantconfig;

import org.jspecify.annotations.Nullable;

/**
 * Who the utility is in law, as its invoices and its legal notice (mentions légales) must say.
 *
 * @param vatNumber without it the utility is not subject to VAT
 */
public record LegalIdentity(
        String legalName,
        Siren siren,
        @Nullable String vatNumber,
        VatDue vatDue,
        String publicationDirector,
        Hosting hosting) {

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
        Invalid.when(vatNumber == null && vatDue == VatDue.ON_DEBITS, "vatDue", "vat-due-without-number");
    }
}
