package fr.ondine.platform.billing;

import fr.ondine.platform.customers.BuyerIdentity;
import fr.ondine.platform.customers.BuyerKind;
import fr.ondine.platform.facturx.Buyer;
import fr.ondine.platform.facturx.Buyer.Endpoint;
import fr.ondine.platform.facturx.PostalAddress;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says to whom an invoice goes in the terms of EN 16931. */
final class ElectronicBuyers {

    /** What a line of the directory may be made of. */
    private static final Pattern ROUTED = Pattern.compile("[A-Za-z0-9+_/-]+");

    private ElectronicBuyers() {}

    static Buyer of(Addressee addressee, PostalAddress letters) {
        var buyer = addressee.buyer();
        return new Buyer(
                addressee.name(),
                letters,
                known(buyer.organisation()),
                known(buyer.siret()),
                known(buyer.vatNumber()),
                endpoint(addressee),
                known(buyer.service()),
                known(buyer.commitment()));
    }

    /** Organisations are in the directory of the reform; others have at most a mailbox. */
    private static @Nullable Endpoint endpoint(Addressee addressee) {
        var buyer = addressee.buyer();
        if (!buyer.isConsumer() && !buyer.organisation().isEmpty()) {
            return listed(buyer);
        }
        return addressee.email() == null ? null : Endpoint.mail(addressee.email());
    }

    /** Public bodies take invoices in by place and service, others by their SIREN. */
    private static Endpoint listed(BuyerIdentity buyer) {
        if (buyer.kind() != BuyerKind.PUBLIC_BODY || buyer.siret().isEmpty()) {
            return Endpoint.directory(buyer.organisation());
        }
        return ROUTED.matcher(buyer.service()).matches()
                ? Endpoint.directory(buyer.organisation(), buyer.siret(), buyer.service())
                : Endpoint.directory(buyer.organisation(), buyer.siret());
    }

    private static @Nullable String known(String text) {
        return text.isEmpty() ? null : text;
    }
}
