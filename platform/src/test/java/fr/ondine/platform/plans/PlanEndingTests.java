package fr.ondine.platform.plans;

import static fr.ondine.platform.kernel.Money.euros;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.plans.PlanEnding.Then;
import fr.ondine.platform.receivables.ReceivableState;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who is asked whether to end a plan is told what will come of it. */
class PlanEndingTests extends PlanScene {

    @Test
    void what_was_paid_is_set_against_the_invoice_that_it_covered_and_the_rest_is_asked_for_at_once() {
        var plan = running();
        receive("100.00", today.minusDays(10));
        var invoice = bill("250.00", "ACTUAL", 90, today.minusDays(40));
        assertThat(state(invoice)).isEqualTo(ReceivableState.BY_INSTALMENTS);

        var told = ending(plan);

        assertThat(told.setAgainst()).isEqualTo(euros("100.00"));
        assertThat(told.kept()).isEqualTo(Money.zero());
        assertThat(told.toCome()).isEqualTo(euros("200.00"));
        assertThat(told.asked()).contains(new Then(euros("150.00"), today));
        assertThat(plan().isRunning()).isTrue();
        assertThat(state(invoice)).isEqualTo(ReceivableState.BY_INSTALMENTS);
        close(plan);
        assertThat(left(invoice)).isEqualTo(euros("150.00"));
        assertThat(state(invoice).isAsked()).isTrue();
    }

    @Test
    void where_nothing_was_billed_yet_what_was_paid_is_kept_and_nothing_is_asked_for() {
        var plan = running();
        receive("100.00", today.minusDays(10));

        var told = ending(plan);

        assertThat(told)
                .isEqualTo(new PlanEnding(
                        euros("100.00"),
                        euros("200.00"),
                        euros("100.00"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
        close(plan);
        assertThat(due()).isEqualTo(euros("-100.00"));
    }

    @Test
    void what_an_invoice_leaves_of_it_is_kept() {
        var plan = running();
        receive("100.00", today.minusDays(10));
        bill("70.00", "ACTUAL", 90, today.minusDays(5));

        assertThat(ending(plan).setAgainst()).isEqualTo(euros("70.00"));
        assertThat(ending(plan).kept()).isEqualTo(euros("30.00"));
        assertThat(ending(plan).asked()).isEmpty();
    }

    @Test
    void what_was_asked_for_before_is_not_told_as_coming_of_it() {
        bill("80.00", "ONE_OFF", 1, today.minusDays(40));
        var plan = running();

        assertThat(ending(plan).asked()).isEmpty();
    }

    @Test
    void its_payer_is_told_the_same_and_nobody_of_one_that_is_over() {
        var person = reader();
        var plan = running();
        receive("100.00", today.minusDays(10));

        assertThat(in(() -> own.ending(person, agreement, plan))).isEqualTo(ending(plan));
        close(plan);
        assertThatThrownBy(() -> ending(plan)).isInstanceOf(PlanRefused.class);
    }

    private PlanId running() {
        var plan = agree("300.00");
        agreedOn(plan, today.minusDays(60));
        return plan;
    }

    private PlanEnding ending(PlanId plan) {
        return in(() -> plans.ending(ANNE, agreement, plan, PlanClosing.WISH));
    }
}
