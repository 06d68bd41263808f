package fr.ondine.platform.customers;

import fr.ondine.platform.network.Address;
import fr.ondine.platform.network.ServicePointId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that a subscriber sees of one agreement; numbers are as printed on the invoice, older ones the latest first. */
public record AgreementCard(
        AgreementId id,
        String number,
        Service service,
        ServicePointId servicePoint,
        Address served,
        @Nullable String occupant,
        Holder holder,
        PaymentMethod paymentMethod,
        @Nullable MandateSummary mandate,
        LocalDate startedOn,
        @Nullable LocalDate endedOn,
        List<OlderNumber> olderNumbers) {

    /** What is left of it for whom the holder lets see it: nothing of how to reach the holder, or of their bank. */
    AgreementCard asShared() {
        var known = new Holder(
                holder.title(),
                holder.firstName(),
                holder.lastName(),
                null,
                null,
                null,
                holder.postalAddress(),
                holder.buyer());
        return new AgreementCard(
                id,
                number,
                service,
                servicePoint,
                served,
                occupant,
                known,
                paymentMethod,
                null,
                startedOn,
                endedOn,
                olderNumbers);
    }
}
