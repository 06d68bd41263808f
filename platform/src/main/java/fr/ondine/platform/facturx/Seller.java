package fr.ondine.platform.facturx;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who issues the invoice (BG-4); one without a VAT number says its SIREN where software looks for a tax registration.
 *
 * @param siren nine digits (BT-30)
 * @param registration legal form, capital and register of a company (BT-33)
 */
public record Seller(
        String name,
        String siren,
        @Nullable String vatNumber,
        @Nullable String registration,
        PostalAddress address,
        String service,
        String phone,
        String email) {

    void write(Xml xml) {
        xml.in("ram:SellerTradeParty", () -> {
            xml.text("ram:Name", name);
            xml.text("ram:Description", registration);
            xml.in("ram:SpecifiedLegalOrganization", () -> xml.text("ram:ID", siren, "schemeID", "0002"));
            xml.in("ram:DefinedTradeContact", () -> contact(xml));
            address.write(xml);
            xml.in("ram:URIUniversalCommunication", () -> xml.text("ram:URIID", siren, "schemeID", "0225"));
            xml.in(
                    "ram:SpecifiedTaxRegistration",
                    () -> xml.text(
                            "ram:ID",
                            Objects.requireNonNullElse(vatNumber, siren),
                            "schemeID",
                            vatNumber == null ? "FC" : "VA"));
        });
    }

    private void contact(Xml xml) {
        xml.text("ram:DepartmentName", service);
        xml.in("ram:TelephoneUniversalCommunication", () -> xml.text("ram:CompleteNumber", phone));
        xml.in("ram:EmailURIUniversalCommunication", () -> xml.text("ram:URIID", email));
    }
}
