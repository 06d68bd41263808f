package fr.ondine.platform.plans;

import static fr.ondine.platform.kernel.Money.euros;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.testing.Waiters;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** A year's end and what else happens to the agreement in the same moment: one waits for the other, and sees what it did. */
@TestPropertySource(properties = "ondine.jobs.enabled=false")
class YearEndsAtOnceTests extends PlanScene {

    @Test
    void whoever_ends_a_plan_while_it_is_settled_ends_it_no_more() {
        var plan = billedYear("300.00", "200.00", "ACTUAL", 0);

        meanwhile(() -> run(plan), () -> close(plan));

        assertThat(plan().closing()).isEqualTo(PlanClosing.YEAR_END);
        assertThat(audited(plan))
                .containsExactly("plan.agreed 300.00 in 10", "plan.settled REFUND -100.00", "plan.closed YEAR_END");
    }

    @Test
    void a_plan_that_is_ended_meanwhile_is_not_settled_and_nothing_of_it_is_given_back() {
        var plan = billedYear("300.00", "200.00", "ACTUAL", 0);

        meanwhile(() -> close(plan), () -> run(plan));

        assertThat(plan().settled()).isNull();
        assertThat(refund()).isEmpty();
        assertThat(due()).isEqualTo(euros("-100.00"));
    }

    @Test
    void a_payment_that_comes_while_it_is_settled_is_counted_on_both_sides_or_on_none() {
        var plan = billedYear("260.00", "340.00", "ACTUAL", 0);

        meanwhile(() -> receive("40.00"), () -> run(plan));

        assertThat(plan().paid()).isEqualTo(euros("300.00"));
        assertThat(plan().total()).isEqualTo(euros("340.00"));
    }

    @Test
    void what_an_invoice_takes_while_it_is_given_back_is_not_given_back() {
        run(billedYear("300.00", "200.00", "ACTUAL", 0));
        var refund = refund().orElseThrow();

        assertThatThrownBy(() -> meanwhile(() -> bill("30.00", "ONE_OFF"), () -> refunded(refund)))
                .hasRootCauseInstanceOf(PlanRefused.class);

        assertThat(refund().orElseThrow().amount()).isEqualTo(euros("70.00"));
        assertThat(due()).isEqualTo(euros("-70.00"));
    }

    /** The second begins when the first has done all but commit, and waits for it. */
    private void meanwhile(Runnable first, Runnable second) {
        in(() -> {
                    first.run();
                    var waits = CompletableFuture.runAsync(second);
                    Waiters.forUs(database);
                    return waits;
                })
                .join();
    }
}
