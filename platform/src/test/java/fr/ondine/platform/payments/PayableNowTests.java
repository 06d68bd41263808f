package fr.ondine.platform.payments;

import static fr.ondine.platform.kernel.Money.euros;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.platform.receivables.OpenReceivable;
import fr.ondine.platform.receivables.ReceivableId;
import fr.ondine.platform.receivables.ReceivableState;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PayableNowTests {

    @ParameterizedTest
    @EnumSource(names = {"DUE", "OVERDUE"})
    void what_the_holder_is_asked_for_may_be_paid(ReceivableState state) {
        var asked = open(state, "50.00");

        assertThat(PayableNow.of(Optional.of(asked))).isEqualTo(asked);
    }

    @ParameterizedTest
    @EnumSource(names = {"DUE", "OVERDUE"})
    void what_the_utility_does_not_take_by_card_may_not(ReceivableState state) {
        assertThatThrownBy(() -> PayableNow.of(Optional.of(open(state, "0.00"))))
                .isInstanceOf(OnlyLatestPayable.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"DEBITED", "BY_INSTALMENTS"})
    void what_is_debited_may_not(ReceivableState state) {
        assertThatThrownBy(() -> PayableNow.of(Optional.of(open(state, "0.00"))))
                .isInstanceOf(DebitExpected.class);
    }

    @Test
    void what_is_settled_or_being_paid_may_not() {
        assertThatThrownBy(() -> PayableNow.of(Optional.empty())).isInstanceOf(NothingToPay.class);
        assertThatThrownBy(() -> PayableNow.of(Optional.of(open(ReceivableState.PAID, "0.00"))))
                .isInstanceOf(NothingToPay.class);
        assertThatThrownBy(() -> PayableNow.of(Optional.of(open(ReceivableState.PAYMENT_IN_PROGRESS, "0.00"))))
                .isInstanceOf(PaymentInProgress.class);
    }

    private static OpenReceivable open(ReceivableState state, String payable) {
        return new OpenReceivable(
                new ReceivableId(UUID.randomUUID()),
                state,
                LocalDate.of(2026, 3, 2),
                euros("50.00"),
                euros(payable),
                null);
    }
}
