package fr.ondine.platform.plans;

import static fr.ondine.platform.kernel.Money.euros;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.plans.YearEnd.Outcome;
import fr.ondine.platform.receivables.ReceivableId;
import fr.ondine.platform.receivables.ReceivableState;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Ten instalments of a year of 300.00, agreed 300 days ago and due since. */
class SettledPlansTests extends PlanScene {

    PlanId plan;

    @BeforeEach
    void a_plan_whose_days_are_past() {
        plan = agreeLongAgo("300.00");
    }

    @Test
    void a_larger_rest_is_paid_by_payments_that_are_added_by_themselves_once_the_year_is_billed() {
        var reader = reader().value() + "@exemple.fr";
        receive("300.00");
        var invoice = bill("340.00", "ACTUAL");

        await().untilAsserted(() -> assertThat(plan().settled()).isEqualTo(Outcome.EXTRA_INSTALMENTS));
        assertThat(plan().isRunning()).isTrue();
        assertThat(plan().payments()).hasSize(12);
        assertThat(plan().toCome()).isEqualTo(euros("40.00"));
        assertThat(state(invoice)).isEqualTo(ReceivableState.BY_INSTALMENTS);

        assertThat(caught.await(reader, 1).plain()).contains("40,00", "s'y ajoute");
        receive("40.00");
        assertThat(caught.await(reader, 2).plain()).contains("il n'y a plus de mensualité");
        await().untilAsserted(() -> assertThat(plan().closing()).isEqualTo(PlanClosing.YEAR_END));
        assertThat(due()).isEqualTo(Money.zero());
        assertThat(audited(plan))
                .containsExactly(
                        "plan.agreed 300.00 in 10", "plan.settled EXTRA_INSTALMENTS 40.00", "plan.closed YEAR_END");
    }

    @Test
    void what_was_paid_beyond_the_plan_is_taken_off_the_rest_once() {
        receive("310.00");
        bill("340.00", "ACTUAL");
        run(plan);

        assertThat(plan().toCome()).isEqualTo(euros("30.00"));
        assertThat(due()).isEqualTo(euros("30.00"));
    }

    @Test
    void it_is_settled_once_however_often_and_by_however_many() throws Exception {
        receive("300.00");
        bill("200.00", "ACTUAL");
        atOnce(() -> run(plan));

        assertThat(audited(plan))
                .containsExactly("plan.agreed 300.00 in 10", "plan.settled REFUND -100.00", "plan.closed YEAR_END");
        assertThat(refund().orElseThrow().amount()).isEqualTo(euros("100.00"));
    }

    @Test
    void staff_settle_it_once_however_many_of_them() throws Exception {
        receive("150.00");
        bill("100.00", "ACTUAL", 181);
        var seen = yearEnd().orElseThrow();

        atOnce(() -> settle(plan, seen));

        assertThat(audited(plan))
                .containsExactly("plan.agreed 300.00 in 10", "plan.settled REFUND -50.00", "plan.closed YEAR_END");
    }

    @Test
    void half_a_year_is_not_a_year_but_staff_may_settle_what_they_have_looked_at() {
        receive("150.00");
        var first = bill("160.00", "ACTUAL", 181);
        run(plan);
        assertThat(plan().settled()).isNull();

        var seen = yearEnd().orElseThrow();
        receive("10.00");
        assertThatThrownBy(() -> settle(plan, seen))
                .isInstanceOf(PlanRefused.class)
                .hasMessageContaining("changed");
        assertThat(left(first)).isEqualTo(Money.zero());

        var again = yearEnd().orElseThrow();
        settle(plan, again);
        settle(plan, again);
        assertThat(plan().settled()).isEqualTo(Outcome.EVEN);
        assertThat(plan().closing()).isEqualTo(PlanClosing.YEAR_END);
    }

    @ParameterizedTest
    @CsvSource({"299, false", "300, true"})
    void readings_of_300_days_are_a_year(int days, boolean isSettled) {
        receive("300.00");
        bill("340.00", "ACTUAL", days);
        run(plan);

        assertThat(plan().settled() != null).isEqualTo(isSettled);
    }

    @Test
    void days_that_were_estimated_are_no_part_of_a_year() {
        receive("300.00");
        bill("150.00", "ESTIMATED", 181);
        bill("160.00", "ACTUAL", 200);
        run(plan);

        assertThat(plan().settled()).isNull();
    }

    @Test
    void two_halves_are_a_year_and_what_is_billed_anew_is_no_second_half() {
        receive("300.00");
        bill("150.00", "ACTUAL", 181);
        bill("140.00", "ACTUAL", 181);
        run(plan);
        assertThat(plan().settled()).isNull();

        var other = bill("20.00", "ACTUAL", 182);
        update(
                "update invoice set period_from = period_from - 181, period_to = period_to - 181 where id = ?",
                other.value());
        run(plan);
        assertThat(plan().settled()).isEqualTo(Outcome.CARRIED);
    }

    @Test
    void a_small_rest_waits_and_is_part_of_the_next_plan() {
        receive("300.00");
        var invoice = bill("308.40", "ACTUAL");
        run(plan);
        assertThat(plan().closing()).isEqualTo(PlanClosing.YEAR_END);
        assertThat(state(invoice)).isEqualTo(ReceivableState.CARRIED);

        agree("320.00");
        assertThat(plan().carried()).isEqualTo(euros("8.40"));
        assertThat(plan().total()).isEqualTo(euros("328.40"));
        assertThat(state(invoice)).isEqualTo(ReceivableState.BY_INSTALMENTS);
    }

    @Test
    void a_small_rest_for_which_another_invoice_asks_is_no_part_of_the_next_plan() {
        receive("300.00");
        bill("308.40", "ACTUAL");
        run(plan);
        bill("50.00", "ACTUAL", 30, today.plusDays(1));

        assertThat(draft("320.00").carried()).isEqualTo(Money.zero());
    }

    @Test
    void what_the_plan_before_left_is_told_once_though_the_amount_is_changed() {
        receive("300.00");
        bill("308.40", "ACTUAL");
        run(plan);
        agree("320.00");
        in(() -> plans.revise(ANNE, agreement, plans.revision(ANNE, agreement, euros("408.40"), today)));

        assertThat(plan().total()).isEqualTo(euros("408.40"));
        assertThat(plan().year().amount().plus(plan().carried())).isEqualTo(plan().total());
    }

    /** "Elle est reportée et vous n'avez rien à faire", and the invoice that recalls it says until when both are to be paid. */
    @Test
    void a_small_rest_is_due_with_the_invoice_that_asks_for_it_and_not_late_before() {
        receive("300.00");
        var invoice = bill("308.40", "ACTUAL");
        run(plan);
        update("update invoice set due_on = ? where id = ?", today.minusDays(20), invoice.value());
        assertThat(state(invoice)).isEqualTo(ReceivableState.CARRIED);

        var next = bill("50.00", "ACTUAL", 30, today.plusDays(1));
        assertThat(state(invoice)).isEqualTo(ReceivableState.DUE);

        update("update invoice set due_on = ? where id = ?", today.minusDays(3), next.value());
        assertThat(state(invoice)).isEqualTo(ReceivableState.OVERDUE);
        assertThat(in(() -> debts.of(agreement).on(invoice)).orElseThrow().dueOn())
                .isEqualTo(today.minusDays(3));
    }

    @Test
    void what_comes_back_after_the_year_is_no_part_of_the_small_rest_and_is_asked_for() {
        receive("270.00");
        var last = receive("30.00");
        var invoice = bill("308.40", "ACTUAL");
        run(plan);
        assertThat(state(invoice)).isEqualTo(ReceivableState.CARRIED);

        in(() -> {
            ledger.postReturn(last, euros("30.00"), today);
            allocation.settle(List.of(agreement));
        });
        assertThat(left(invoice)).isEqualTo(euros("38.40"));
        assertThat(state(invoice)).isEqualTo(ReceivableState.DUE);

        agree("320.00");
        assertThat(plan().carried()).as("it is asked for already").isEqualTo(Money.zero());
        assertThat(state(invoice)).isEqualTo(ReceivableState.DUE);
    }

    @Test
    void what_a_plan_was_still_to_bring_is_asked_for_once_it_is_stopped_though_a_small_rest_was_carried() {
        moveDays(plan, 100);
        receive("270.00");
        var invoice = bill("308.40", "ACTUAL");
        run(plan);
        assertThat(plan().settled()).isEqualTo(Outcome.CARRIED);
        assertThat(state(invoice)).isEqualTo(ReceivableState.BY_INSTALMENTS);

        close(plan);
        assertThat(left(invoice)).isEqualTo(euros("38.40"));
        assertThat(state(invoice)).isEqualTo(ReceivableState.DUE);
    }

    @Test
    void no_more_than_the_small_rest_is_part_of_the_next_plan_whatever_else_is_owed() {
        receive("300.00");
        bill("308.40", "ACTUAL");
        run(plan);
        bill("50.00", "ONE_OFF");

        assertThat(draft("320.00").carried()).isEqualTo(euros("8.40"));
    }

    @Test
    void what_one_plan_has_taken_over_is_not_taken_over_by_the_one_after_it() {
        receive("300.00");
        bill("308.40", "ACTUAL");
        run(plan);
        close(agree("320.00"));

        assertThat(draft("320.00").carried()).isEqualTo(Money.zero());
    }

    @Test
    void a_small_credit_of_a_plan_that_goes_on_is_left_to_the_next_one_when_all_is_paid() {
        moveDays(plan, 100);
        receive("270.00");
        bill("291.60", "ACTUAL");
        run(plan);
        assertThat(plan().settled()).isEqualTo(Outcome.CARRIED);
        receive("30.00");
        run(plan);

        assertThat(draft("320.00").carried()).isEqualTo(euros("-8.40"));
    }

    @Test
    void a_small_credit_lessens_the_next_plan_unless_an_invoice_has_used_it() {
        receive("300.00");
        bill("291.60", "ACTUAL");
        run(plan);
        assertThat(draft("320.00").carried()).isEqualTo(euros("-8.40"));
        assertThat(draft("320.00").instalments().total()).isEqualTo(euros("311.60"));

        bill("5.00", "ONE_OFF");
        assertThat(draft("320.00").carried()).isEqualTo(euros("-3.40"));
        bill("50.00", "ONE_OFF");
        assertThat(draft("320.00").carried()).isEqualTo(Money.zero());
    }

    @Test
    void what_paid_the_last_of_a_plan_pays_nothing_of_one_that_is_agreed_on_the_same_day() {
        bill("300.00", "ACTUAL");
        var last = receive("300.00");
        run(plan);
        assertThat(plan().closing()).isEqualTo(PlanClosing.YEAR_END);

        agree("320.00");
        assertThat(plan().received()).isEqualTo(Money.zero());
        in(() -> ledger.postReturn(last, euros("300.00"), today));
        assertThat(plan().received()).as("once it came back").isEqualTo(Money.zero());
        assertThat(due()).isEqualTo(euros("300.00"));
    }

    @Test
    void the_invoice_of_a_move_out_ends_the_plan_and_is_owed_less_what_was_paid() {
        receive("120.00");
        var invoice = bill("200.00", "CLOSING");
        run(plan);

        assertThat(plan().closing()).isEqualTo(PlanClosing.MOVE_OUT);
        assertThat(plan().settled()).isEqualTo(Outcome.DUE);
        assertThat(left(invoice)).isEqualTo(euros("80.00"));
        assertThat(state(invoice)).isEqualTo(ReceivableState.DUE);
    }

    /** Its paper asks for both until its own day. */
    @Test
    void what_a_plan_was_to_pay_of_an_invoice_before_is_due_with_that_of_the_move_out_and_not_late() {
        moveDays(plan, 400);
        var before = bill("200.00", "ACTUAL", 181, today.minusDays(60));
        var service = bill("20.00", "ONE_OFF", 1, today.minusDays(59));
        receive("120.00");
        assertThat(state(before)).isEqualTo(ReceivableState.BY_INSTALMENTS);
        bill("50.00", "CLOSING");
        run(plan);

        assertThat(plan().settled()).isEqualTo(Outcome.DUE);
        assertThat(left(before)).isEqualTo(euros("80.00"));
        assertThat(state(before)).isEqualTo(ReceivableState.DUE);
        assertThat(in(() -> debts.of(agreement).on(before)).orElseThrow().dueOn())
                .isEqualTo(today.plusDays(30));
        assertThat(state(service)).as("a service").isEqualTo(ReceivableState.OVERDUE);
    }

    /** Staff may settle after any invoice of a reading, however long that is due. */
    @Test
    void what_a_plan_leaves_to_be_paid_with_an_invoice_is_not_late_before_the_day_on_which_that_was_settled() {
        moveDays(plan, 400);
        var invoice = bill("200.00", "ACTUAL", 181, today.minusDays(60));
        receive("120.00");
        assertThat(state(invoice)).isEqualTo(ReceivableState.BY_INSTALMENTS);
        var end =
                "update instalment_plan set state = 'CLOSED', closing = 'YEAR_END', outcome = 'DUE', settled_left = 80,"
                        + " settled_on = :day, closed_on = :day, closed_by = 'staff:x' where id = '" + plan.value()
                        + "'";
        in(() -> database.sql(end).param("day", today).update());
        assertThat(state(invoice)).isEqualTo(ReceivableState.DUE);
        assertThat(in(() -> debts.of(agreement).on(invoice)).orElseThrow().dueOn())
                .isEqualTo(today);

        in(() -> database.sql(end).param("day", today.minusDays(3)).update());
        assertThat(state(invoice)).isEqualTo(ReceivableState.OVERDUE);
        assertThat(in(() -> debts.of(agreement).on(invoice)).orElseThrow().dueOn())
                .isEqualTo(today.minusDays(3));
    }

    @Test
    void what_a_plan_that_was_stopped_leaves_is_asked_for_though_the_software_still_knows_that_one_pays_by_the_month() {
        update("update agreement set payment_method = 'INSTALMENTS' where id = ?", agreement.value());
        moveDays(plan, 400);
        var invoice = bill("200.00", "ACTUAL", 181);
        assertThat(state(invoice)).isEqualTo(ReceivableState.BY_INSTALMENTS);

        close(plan);
        assertThat(state(invoice)).isEqualTo(ReceivableState.DUE);
        assertThat(in(() -> debts.of(agreement).on(invoice)).orElseThrow().payable())
                .isEqualTo(euros("200.00"));

        var next = bill("90.00", "ACTUAL", 90, today.plusDays(1));
        assertThat(state(next)).as("which it takes itself").isEqualTo(ReceivableState.BY_INSTALMENTS);
    }

    @Test
    void what_a_plan_was_to_pay_is_not_late_before_the_day_on_which_its_payer_stopped_it() {
        moveDays(plan, 400);
        var invoice = bill("200.00", "ACTUAL", 181, today.minusDays(60));
        receive("120.00");
        close(plan);
        assertThat(state(invoice)).isEqualTo(ReceivableState.DUE);

        update("update instalment_plan set closed_on = ? where id = ?", today.minusDays(3), plan.value());
        assertThat(in(() -> debts.of(agreement).on(invoice)).orElseThrow().dueOn())
                .isEqualTo(today.minusDays(3));
        update("update instalment_plan set closing = 'RETURNS' where id = ?", plan.value());
        assertThat(in(() -> debts.of(agreement).on(invoice)).orElseThrow().dueOn())
                .as("of who did not pay")
                .isEqualTo(today.minusDays(30));
    }

    @ParameterizedTest
    @EnumSource(
            value = PlanClosing.class,
            names = {"MOVE_OUT", "YEAR_END"})
    void nor_before_the_day_on_which_staff_ended_it_though_it_was_kept(PlanClosing why) {
        moveDays(plan, 400);
        var invoice = bill("200.00", "ACTUAL", 181, today.minusDays(60));
        receive("120.00");
        in(() -> plans.close(ANNE, agreement, plan, why));

        assertThat(state(invoice)).isEqualTo(ReceivableState.DUE);
        assertThat(dueOn(invoice)).isEqualTo(today);

        bill("50.00", "CLOSING");
        assertThat(dueOn(invoice))
                .as("the invoice of a move-out asks for both")
                .isEqualTo(why == PlanClosing.MOVE_OUT ? today.plusDays(30) : today);
    }

    @Test
    void of_who_did_not_pay_it_is_late_since_its_own_day_though_staff_ended_the_plan() {
        moveDays(plan, 400);
        var invoice = bill("200.00", "ACTUAL", 181, today.minusDays(60));
        in(() -> plans.close(ANNE, agreement, plan, PlanClosing.RETURNS));

        assertThat(state(invoice)).isEqualTo(ReceivableState.OVERDUE);
        assertThat(dueOn(invoice)).isEqualTo(today.minusDays(30));
    }

    private LocalDate dueOn(ReceivableId invoice) {
        return in(() -> debts.of(agreement).on(invoice)).orElseThrow().dueOn();
    }

    @Test
    void an_invoice_of_a_year_comes_by_the_plan_while_that_is_kept_and_is_due_once_it_is_not() {
        var before = bill("90.00", "ACTUAL", 90, today.minusDays(310));
        var invoice = bill("160.00", "ACTUAL", 181, today.minusDays(60));
        var service = bill("20.00", "ONE_OFF", 1, today.minusDays(59));
        moveDays(plan, 400);
        assertThat(state(before)).as("of the year before, nothing is paid").isEqualTo(ReceivableState.OVERDUE);
        assertThat(state(invoice)).as("all is still to come").isEqualTo(ReceivableState.BY_INSTALMENTS);

        moveDays(plan, -280);
        receive("230.00");

        assertThat(plan().late(today)).isEqualTo(Money.zero());
        assertThat(state(before)).as("of the year before").isEqualTo(ReceivableState.PAID);
        assertThat(state(invoice)).isEqualTo(ReceivableState.BY_INSTALMENTS);
        assertThat(state(service)).as("a service").isEqualTo(ReceivableState.OVERDUE);

        // as far back as the books may be known
        moveDays(plan, -900);
        assertThat(plan().late(today).isPositive()).isTrue();
        assertThat(state(invoice)).as("a plan that is not kept").isEqualTo(ReceivableState.OVERDUE);
    }

    @Test
    void what_a_plan_that_is_paid_does_not_bring_is_due_but_for_the_week_in_which_it_is_settled() {
        var invoice = bill("360.00", "ACTUAL", 181, today.minusDays(7));
        receive("300.00");
        assertThat(state(invoice)).isEqualTo(ReceivableState.BY_INSTALMENTS);

        update("update invoice set issued_on = issued_on - 1 where id = ?", invoice.value());
        assertThat(state(invoice)).isEqualTo(ReceivableState.DUE);
    }
}
