package fr.ondine.ui.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.ondine.platform.customers.AgreementCard;
import fr.ondine.platform.customers.Holder;
import fr.ondine.platform.customers.ListedAgreement;
import fr.ondine.platform.customers.OlderNumber;
import fr.ondine.platform.customers.PaymentMethod;
import fr.ondine.platform.customers.Service;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An agreement as programs read it: nothing of the key that claims it, nor of a bank account. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AgreementAnswer(
        UUID id,
        String number,
        Service service,
        PlaceAnswer served,
        LocalDate startedOn,
        @Nullable LocalDate endedOn,
        @Nullable PaymentMethod paymentMethod,
        HolderAnswer holder,
        @Nullable List<OlderNumber> olderNumbers) {

    static AgreementAnswer of(ListedAgreement listed) {
        return new AgreementAnswer(
                listed.id().value(),
                listed.number(),
                listed.service(),
                PlaceAnswer.of(listed.served()),
                listed.startedOn(),
                listed.endedOn(),
                null,
                new HolderAnswer(listed.holder(), null, null, null, null),
                null);
    }

    static AgreementAnswer of(AgreementCard card) {
        return new AgreementAnswer(
                card.id().value(),
                card.number(),
                card.service(),
                PlaceAnswer.of(card.served()),
                card.startedOn(),
                card.endedOn(),
                card.paymentMethod(),
                HolderAnswer.of(card.holder()),
                card.olderNumbers());
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record HolderAnswer(
            String name,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String mobile,
            @Nullable PlaceAnswer letters) {

        static HolderAnswer of(Holder holder) {
            return new HolderAnswer(
                    holder.name(),
                    holder.email(),
                    holder.phone(),
                    holder.mobile(),
                    holder.postalAddress() == null ? null : PlaceAnswer.of(holder.postalAddress()));
        }
    }
}
