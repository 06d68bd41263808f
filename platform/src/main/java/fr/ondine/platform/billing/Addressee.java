package fr.ondine.platform.billing;

import fr.ondine.platform.customers.AgreementCard;
import fr.ondine.platform.customers.BuyerIdentity;
import fr.ondine.platform.customers.MandateSummary;
import fr.ondine.platform.customers.PaymentMethod;
import fr.ondine.platform.network.Address;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * To whom an invoice goes, for which place, and what it must show so that its holder can claim the agreement.
 *
 * @param letters where the invoice is sent
 * @param served where the water goes
 * @param mandate by which it is debited, where there is one that the reader may know of
 * @param buyer as whom it is bought
 */
record Addressee(
        String name,
        @Nullable String email,
        Address letters,
        Address served,
        @Nullable String occupant,
        @Nullable String claimKey,
        PaymentMethod paymentMethod,
        @Nullable MandateSummary mandate,
        BuyerIdentity buyer) {

    /** @param hasMandates whether any of the agreement is known to have been signed: where none is, what it says of its payment counts alone */
    static Addressee of(AgreementCard agreement, @Nullable String claimKey, boolean hasMandates) {
        var mandate = agreement.mandate();
        return new Addressee(
                agreement.holder().name(),
                agreement.holder().email(),
                Objects.requireNonNullElse(agreement.holder().postalAddress(), agreement.served()),
                agreement.served(),
                agreement.occupant(),
                claimKey,
                mandate == null && hasMandates ? PaymentMethod.ON_INVOICE : agreement.paymentMethod(),
                mandate,
                agreement.holder().buyer());
    }

    /** Payments by the month are for what is used: what is billed once, at the beginning or at the end, is debited at once. */
    Addressee ofWhatIsBilledOnce() {
        return paymentMethod == PaymentMethod.INSTALMENTS
                ? new Addressee(
                        name, email, letters, served, occupant, claimKey, PaymentMethod.DIRECT_DEBIT, mandate, buyer)
                : this;
    }

    /** As those see it whom the holder lets see the agreement: neither the holder's mail nor their bank. */
    Addressee asShared() {
        return new Addressee(name, null, letters, served, occupant, null, paymentMethod, null, buyer);
    }

    /** As in the window of an envelope. */
    public List<String> postalAddress() {
        return Stream.concat(Stream.of(name), lines(letters)).toList();
    }

    public List<String> servedAddress() {
        return lines(served).toList();
    }

    private static Stream<String> lines(Address address) {
        return Stream.of(address.street(), Objects.requireNonNullElse(address.complement(), ""), address.locality())
                .filter(line -> !line.isBlank());
    }
}
