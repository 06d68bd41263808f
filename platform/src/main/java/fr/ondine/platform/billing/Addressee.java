package fr.ondine.platform.billing;

import fr.ondine.platform.customers.AgreementCard;
import fr.ondine.platform.customers.PaymentMethod;
import fr.ondine.platform.network.Address;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** To whom an invoice goes, for which place, and what it must show so that its holder can claim the agreement. */
record Addressee(
        List<String> postalAddress,
        List<String> servedAddress,
        @Nullable String occupant,
        @Nullable String claimKey,
        PaymentMethod paymentMethod,
        @Nullable String account) {

    static Addressee of(AgreementCard agreement, @Nullable String claimKey) {
        var served = lines(agreement.served());
        var letters = agreement.holder().postalAddress();
        var postal = new ArrayList<String>();
        postal.add(agreement.holder().name());
        postal.addAll(letters == null ? served : lines(letters));
        var mandate = agreement.mandate();
        return new Addressee(
                List.copyOf(postal),
                served,
                agreement.occupant(),
                claimKey,
                mandate == null ? PaymentMethod.ON_INVOICE : agreement.paymentMethod(),
                mandate == null ? null : mandate.maskedIban());
    }

    private static List<String> lines(Address address) {
        var lines = new ArrayList<String>();
        lines.add(address.street());
        if (address.complement() != null && !address.complement().isBlank()) {
            lines.add(address.complement());
        }
        lines.add(address.locality());
        return lines;
    }
}
