package fr.ondine.platform.payments;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.receivables.ReceivableId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PaymentTests {

    static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    final Payment payment = new Payment(
            new PaymentId(UUID.randomUUID()),
            new AgreementId(UUID.randomUUID()),
            new ReceivableId(UUID.randomUUID()),
            new Payer(new UserId(UUID.randomUUID()), "siegvo.localhost"),
            Money.euros("42.10"),
            NOW);

    @Test
    void goes_from_initiated_by_processing_to_settled_and_may_come_back() {
        assertThat(payment.process()).isTrue();
        assertThat(payment.settle("pi_1", NOW, TODAY)).isTrue();
        assertThat(payment.comeBack()).isTrue();
        assertThat(payment.state()).isEqualTo(PaymentState.RETURNED);
    }

    @Test
    void is_settled_once() {
        assertThat(payment.settle("pi_1", NOW, TODAY)).isTrue();
        assertThat(payment.settle("pi_1", NOW, TODAY)).isFalse();
    }

    @Test
    void never_goes_back() {
        payment.settle("pi_1", NOW, TODAY);

        assertThat(payment.process()).isFalse();
        assertThat(payment.fail("declined")).isFalse();
        assertThat(payment.cancel()).isFalse();
        assertThat(payment.state()).isEqualTo(PaymentState.SETTLED);
    }

    @Test
    void one_that_ended_ends_no_other_way_but_by_the_money_itself() {
        payment.cancel();

        assertThat(payment.fail("declined")).isFalse();
        assertThat(payment.process()).isFalse();
        assertThat(payment.settle("pi_1", NOW, TODAY)).isTrue();
    }

    @Test
    void only_settled_money_comes_back() {
        assertThat(payment.comeBack()).isFalse();
        payment.cancel();
        assertThat(payment.comeBack()).isFalse();
    }

    @Test
    void one_that_came_back_is_not_settled_again() {
        payment.settle("pi_1", NOW, TODAY);
        payment.comeBack();

        assertThat(payment.settle("pi_1", NOW, TODAY)).isFalse();
    }

    @Test
    void asks_with_a_key_of_its_own_that_never_changes() {
        assertThat(payment.idempotencyKey()).isEqualTo("payment-" + payment.id().value());
    }
}
