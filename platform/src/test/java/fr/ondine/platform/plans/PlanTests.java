package fr.ondine.platform.plans;

import static fr.ondine.platform.kernel.Money.euros;
import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.kernel.Money;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Two of 30.00, on 11 January and 10 February 2027; the first is paid, and of the second 10.00. */
class PlanTests {

    private static final LocalDate SECOND = LocalDate.of(2027, 2, 10);

    private final Plan plan = plan(PlanState.AGREED);

    @Test
    void a_payment_is_the_next_one_until_its_day_and_late_after_it() {
        assertThat(plan.next(SECOND)).map(PlannedPayment::left).contains(euros("20.00"));
        assertThat(plan.late(SECOND)).isEqualTo(Money.zero());

        assertThat(plan.next(SECOND.plusDays(1))).isEmpty();
        assertThat(plan.late(SECOND.plusDays(1))).isEqualTo(euros("20.00"));
    }

    @Test
    void a_plan_that_has_ended_asks_for_nothing() {
        var ended = plan(PlanState.CLOSED);

        assertThat(ended.next(SECOND)).isEmpty();
        assertThat(ended.late(SECOND.plusDays(1))).isEqualTo(Money.zero());
    }

    @Test
    void what_is_late_was_sent_back_where_a_payment_came_back_since_or_it_is_waited_for_no_longer() {
        var today = SECOND.plusDays(5);

        assertThat(plan(PlanState.AGREED).sentBack(today)).isEmpty();
        assertThat(sentBack(SECOND.plusDays(3)).sentBack(today)).contains(SECOND.plusDays(3));
        assertThat(sentBack(SECOND.minusDays(20)).sentBack(today))
                .as("another one came back, and this one may be on its way")
                .isEmpty();
        assertThat(sentBack(SECOND.minusDays(20)).sentBack(SECOND.plusDays(8))).contains(SECOND.minusDays(20));
    }

    @Test
    void nothing_was_sent_back_of_what_was_paid_since_nor_of_a_plan_that_has_ended() {
        assertThat(sentBack(SECOND.minusDays(20)).sentBack(SECOND)).isEmpty();
        assertThat(plan(PlanState.CLOSED, SECOND.plusDays(3)).sentBack(SECOND.plusDays(8)))
                .isEmpty();
    }

    private static Plan sentBack(LocalDate day) {
        return plan(PlanState.AGREED, day);
    }

    private static Plan plan(PlanState state) {
        return plan(state, null);
    }

    private static Plan plan(PlanState state, @Nullable LocalDate sentBackOn) {
        var terms = new PlanTerms(2, 10, YearMonth.of(2027, 1), euros("10.00"));
        return new Plan(
                new PlanId(UUID.randomUUID()),
                new AgreementId(UUID.randomUUID()),
                state,
                1,
                10,
                new YearlyAmount(euros("60.00"), PlanBasis.STAFF, null),
                LocalDate.of(2026, 12, 1),
                null,
                null,
                Money.zero(),
                null,
                euros("40.00"),
                sentBackOn,
                Instalments.of(euros("60.00"), terms).paidBy(euros("40.00")));
    }
}
