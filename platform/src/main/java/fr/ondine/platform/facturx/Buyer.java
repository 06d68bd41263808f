package fr.ondine.platform.facturx;

import org.jspecify.annotations.Nullable;

/**
 * Who owes it (BG-7); of a household there is a name, an address and perhaps an address by e-mail.
 *
 * @param siren nine digits (BT-47)
 * @param siret of the place that buys, which begins with them (BT-46)
 * @param vatNumber with its country (BT-48)
 * @param endpoint where its software takes invoices in (BT-49)
 * @param reference that it wants on its invoices (BT-10)
 * @param order from which it is paid (BT-13)
 */
public record Buyer(
        String name,
        PostalAddress address,
        @Nullable String siren,
        @Nullable String siret,
        @Nullable String vatNumber,
        @Nullable Endpoint endpoint,
        @Nullable String reference,
        @Nullable String order) {

    /** An electronic address, in one of the schemes that there are for them. */
    public record Endpoint(String scheme, String address) {

        public static Endpoint mail(String address) {
            return new Endpoint("EM", address);
        }

        /** In the directory of the French reform: a SIREN alone, or with a place and a service after it. */
        public static Endpoint directory(String... line) {
            return new Endpoint("0225", String.join("_", line));
        }
    }

    void write(Xml xml) {
        xml.in("ram:BuyerTradeParty", () -> {
            xml.text("ram:GlobalID", siret, "schemeID", "0009");
            xml.text("ram:Name", name);
            if (siren != null) {
                xml.in("ram:SpecifiedLegalOrganization", () -> xml.text("ram:ID", siren, "schemeID", "0002"));
            }
            address.write(xml);
            if (endpoint != null) {
                xml.in(
                        "ram:URIUniversalCommunication",
                        () -> xml.text("ram:URIID", endpoint.address(), "schemeID", endpoint.scheme()));
            }
            if (vatNumber != null) {
                xml.in("ram:SpecifiedTaxRegistration", () -> xml.text("ram:ID", vatNumber, "schemeID", "VA"));
            }
        });
    }

    /** After the parties, as the schema wants it. */
    void writeOrder(Xml xml) {
        if (order != null) {
            xml.in("ram:BuyerOrderReferencedDocument", () -> xml.text("ram:IssuerAssignedID", order));
        }
    }
}
