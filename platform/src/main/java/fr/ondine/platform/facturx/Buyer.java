package fr.ondine.platform.facturx;

import org.jspecify.annotations.Nullable;

/** Who owes it (BG-7). */
public record Buyer(
        String name, PostalAddress address, @Nullable String email) {

    void write(Xml xml) {
        xml.in("ram:BuyerTradeParty", () -> {
            xml.text("ram:Name", name);
            address.write(xml);
            if (email != null) {
                xml.in("ram:URIUniversalCommunication", () -> xml.text("ram:URIID", email, "schemeID", "EM"));
            }
        });
    }
}
