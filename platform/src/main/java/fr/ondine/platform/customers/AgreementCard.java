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
        List<OlderNumber> olderNumbers) {}
