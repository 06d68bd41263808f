package fr.ondine.ui.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.ondine.platform.customers.AgreementCard;
import fr.ondine.platform.customers.Holder;
import fr.ondine.platform.customers.ListedAgreement;
import fr.ondine.platform.customers.OlderNumber;
import fr.ondine.platform.customers.PaymentMethod;
import fr.ondine.platform.customers.Service;
import fr.ondine.platform.network.Address;
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
        return of(card, HolderAnswer.of(card.holder()));
    }

    /** To a program of the subscriber's, who agreed to that it reads their contracts, and to {@code email} or not. */
    static AgreementAnswer own(AgreementCard card, boolean email) {
        return of(card, HolderAnswer.own(card.holder(), email));
    }

    private static AgreementAnswer of(AgreementCard card, HolderAnswer holder) {
        return new AgreementAnswer(
                card.id().value(),
                card.number(),
                card.service(),
                PlaceAnswer.of(card.served()),
                card.startedOn(),
                card.endedOn(),
                card.paymentMethod(),
                holder,
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
                    holder.name(), holder.email(), holder.phone(), holder.mobile(), letters(holder.postalAddress()));
        }

        /** What an invoice bears, and no telephone: nobody is asked for that. */
        static HolderAnswer own(Holder holder, boolean email) {
            return new HolderAnswer(
                    holder.name(), email ? holder.email() : null, null, null, letters(holder.postalAddress()));
        }

        private static @Nullable PlaceAnswer letters(@Nullable Address address) {
            return address == null ? null : PlaceAnswer.of(address);
        }
    }
}
