package fr.ondine.platform.plans;

import static fr.ondine.platform.kernel.Money.euros;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.platform.plans.YearEnd.Outcome;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.testing.Rows;
import fr.ondine.testing.StatementCount.Killed;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.test.context.TestPropertySource;

/**
 * Each step of a year's end is killed before each of its statements, and done again by whoever did it: the job whose row is
 * still there, or staff who press again. Nothing is kept in memory, so an Error leaves behind what a killed process does.
 */
@TestPropertySource(properties = "ondine.jobs.enabled=false")
class CrashedYearEndTests extends PlanScene {

    private static final String FACTS = """
            select 'plan ' || concat_ws(' ', state, version, year_amount, carried, outcome, settled_left, closing, closed_by)
              from instalment_plan where agreement_id = :agreement
            union all select concat_ws(' ', 'instalment', i.version, i.position, i.due_on, i.amount)
              from instalment i join instalment_plan p on p.id = i.plan_id where p.agreement_id = :agreement
            union all select concat_ws(' ', 'refund', r.amount, r.paid_amount, r.paid_by)
              from plan_refund r where r.agreement_id = :agreement
            union all select concat_ws(' ', 'posted', e.kind, p.account, p.amount, p.invoice_id is not null)
              from posting p join ledger_entry e on e.id = p.entry_id where p.agreement_id = :agreement
            union all select concat_ws(' ', 'invoice', i.kind, i.total_amount)
              from invoice i where i.agreement_id = :agreement
            union all select concat_ws(' ', 'audit', a.actor, a.action, a.detail)
              from audit_entry a join instalment_plan p on a.subject = 'plan:' || p.id where p.agreement_id = :agreement
            union all select concat_ws(' ', 'mail', m.subject)
              from mail m join user_account u on u.email = m.recipient join customer_link l on l.user_id = u.id
              join agreement a on a.customer_id = l.customer_id where a.id = :agreement
            order by 1""";

    private static final String WAITING =
            "select count(*) from platform.scheduled_tasks where task_name = 'settle-plan' and task_instance like ?";

    @ParameterizedTest
    @CsvSource(textBlock = """
            300.00, 300.00, ACTUAL,  0,   EVEN
            270.00, 300.00, ACTUAL,  100, EVEN
            300.00, 308.40, ACTUAL,  0,   CARRIED
            300.00, 291.60, ACTUAL,  0,   CARRIED
            270.00, 308.40, ACTUAL,  100, CARRIED
            300.00, 340.00, ACTUAL,  0,   EXTRA_INSTALMENTS
            210.00, 270.00, ACTUAL,  100, REDUCED
            210.00, 270.00, ACTUAL,  0,   DUE
            300.00, 200.00, ACTUAL,  0,   REFUND
            120.00, 200.00, CLOSING, 100, DUE
            120.00, 100.00, CLOSING, 100, REFUND
            """)
    void a_settlement_that_is_killed_anywhere_is_done_once(
            String paid, String billed, String kind, int later, Outcome outcome) {
        asTheJob(billedYear(paid, billed, kind, later));
        assertThat(plan().settled()).isEqualTo(outcome);
        var unharmed = facts();

        agreement = in(() -> new Rows(database).agreement());
        var plan = billedYear(paid, billed, kind, later);

        killedEverywhere(() -> asTheJob(plan));
        assertThat(facts()).isEqualTo(unharmed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ACTUAL", "CLOSING"})
    void what_is_billed_and_that_its_plan_is_to_be_settled_are_kept_together_or_not_at_all(String kind) {
        agreeLongAgo("300.00");
        receive("300.00", today.minusDays(10));
        var before = waiting();

        untilDone(() -> bill("340.00", kind));

        assertThat(waiting()).isEqualTo(before + 1);
        assertThat(due()).isEqualTo(euros("40.00"));
    }

    @Test
    void nothing_is_to_be_settled_of_a_plan_that_has_ended() {
        close(agreeLongAgo("300.00"));
        bill("340.00", "ACTUAL");

        assertThat(waiting()).isZero();
    }

    @Test
    void a_payment_and_that_its_plan_may_have_ended_are_kept_together_or_not_at_all() {
        asTheJob(billedYear("300.00", "340.00", "ACTUAL", 0));
        var before = waiting();

        untilDone(() -> receive("40.00"));

        assertThat(waiting()).isEqualTo(before + 1);
        assertThat(plan().toCome()).isEqualTo(euros("0.00"));
        assertThat(plan().isRunning()).isTrue();
    }

    @Test
    void the_end_of_a_plan_whose_last_payment_came_is_written_once() {
        var plan = billedYear("300.00", "340.00", "ACTUAL", 0);
        asTheJob(plan);
        receive("40.00");

        killedEverywhere(() -> asTheJob(plan));

        assertThat(plan().closing()).isEqualTo(PlanClosing.YEAR_END);
        assertThat(audited(plan)).last().isEqualTo("plan.closed YEAR_END");
    }

    @Test
    void what_is_credited_after_the_year_was_settled_is_taken_off_once() {
        var plan = billedYear("300.00", "340.00", "ACTUAL", 0);
        asTheJob(plan);
        bill("-20.00", "CREDIT_NOTE");

        killedEverywhere(() -> asTheJob(plan));

        assertThat(plan().toCome()).isEqualTo(euros("20.00")).isEqualTo(due());
    }

    @Test
    void what_the_bank_has_already_is_settled_once_though_it_is_too_much() {
        var plan = agreeLongAgo("300.00");
        moveDays(plan, (int) plan().instalments().lastDay().until(today.plusDays(5), ChronoUnit.DAYS));
        receive("270.00", today.minusDays(10));
        bill("280.00", "ACTUAL");

        killedEverywhere(() -> asTheJob(plan));
        assertThat(plan().settled()).isEqualTo(Outcome.REDUCED);
        assertThat(plan().toCome()).isEqualTo(euros("30.00"));

        receive("30.00");
        killedEverywhere(() -> asTheJob(plan));
        assertThat(refund().orElseThrow().amount()).isEqualTo(euros("20.00"));
    }

    @Test
    void staff_settle_the_same_sum_anew_when_as_much_is_credited_again() {
        var plan = billedYear("300.00", "340.00", "ACTUAL", 0);
        asTheJob(plan);
        for (var left : List.of("25.00", "10.00")) {
            bill("-15.00", "CREDIT_NOTE");
            var seen = yearEnd().orElseThrow();

            killedEverywhere(() -> settleAsStaff(plan, seen));

            assertThat(plan().toCome()).isEqualTo(euros(left)).isEqualTo(due());
        }
    }

    @ParameterizedTest
    @CsvSource({"340.00, EXTRA_INSTALMENTS", "200.00, REFUND", "308.40, CARRIED", "300.00, EVEN"})
    void what_staff_settle_is_settled_once_for_them_and_for_the_job(String billed, Outcome outcome) {
        var plan = billedYear("300.00", billed, "ACTUAL", 0);
        var seen = yearEnd().orElseThrow();

        killedEverywhere(() -> settleAsStaff(plan, seen));
        var after = facts();
        asTheJob(plan);

        assertThat(facts()).isEqualTo(after);
        assertThat(plan().settled()).isEqualTo(outcome);
    }

    @Test
    void what_staff_have_settled_is_settled_anew_for_them_when_the_agreement_ends() {
        var plan = agreeLongAgo("300.00");
        moveDays(plan, 100);
        receive("210.00");
        bill("300.00", "ACTUAL", 181);
        settleAsStaff(plan, yearEnd().orElseThrow());
        assertThat(plan().settled()).as("the plan brings the rest").isEqualTo(Outcome.EVEN);

        receive("90.01", today.minusDays(400));
        bill("0.01", "CLOSING");
        var seen = yearEnd().orElseThrow();
        assertThat(seen.outcome()).as("all is paid").isEqualTo(Outcome.EVEN);
        settleAsStaff(plan, seen);

        assertThat(plan().closing()).isEqualTo(PlanClosing.MOVE_OUT);
    }

    @Test
    void what_staff_saw_is_refused_when_something_else_was_settled_meanwhile() {
        var plan = billedYear("300.00", "340.00", "ACTUAL", 0);
        var seen = yearEnd().orElseThrow();
        receive("10.00");
        asTheJob(plan); // as another outcome of the same kind

        assertThatThrownBy(() -> settleAsStaff(plan, seen))
                .isInstanceOf(PlanRefused.class)
                .hasMessageContaining("changed");
        assertThat(plan().toCome()).isEqualTo(euros("30.00"));
    }

    @Test
    void what_is_given_back_is_posted_once() {
        asTheJob(billedYear("300.00", "200.00", "ACTUAL", 0));
        var refund = refund().orElseThrow();

        killedEverywhere(() -> TenantContext.runAs(UTILITY, () -> plans.refunded(ANNE, refund)));

        assertThat(due()).isEqualTo(euros("0.00"));
        assertThat(refund()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"308.40, 8.40", "291.60, -8.40"})
    void what_a_year_has_left_is_moved_to_the_next_plan_once(String billed, String left) {
        asTheJob(billedYear("300.00", billed, "ACTUAL", 0));
        var draft = draft("320.00");

        killedEverywhere(() -> TenantContext.runAs(UTILITY, () -> plans.agree(ANNE, agreement, draft)));

        assertThat(plan().id()).isEqualTo(draft.id());
        assertThat(plan().total()).isEqualTo(euros("320.00").plus(euros(left)));
    }

    private void asTheJob(PlanId plan) {
        TenantContext.runAs(UTILITY, () -> job.run(plan.value()));
    }

    private void settleAsStaff(PlanId plan, YearEnd seen) {
        TenantContext.runAs(UTILITY, () -> plans.settle(ANNE, agreement, plan, seen));
    }

    /** And done once more, by who was killed after the last statement and does not know that it is done. */
    private void killedEverywhere(Runnable work) {
        untilDone(work);
        var after = facts();
        work.run();
        assertThat(facts()).as("done again").isEqualTo(after);
    }

    /** Killed before its second statement, then before the third: the first one begins the transaction. */
    private void untilDone(Runnable work) {
        var before = facts();
        var last = 1;
        while (isKilledAfter(last, work)) {
            assertThat(facts()).as("killed after statement " + last).isEqualTo(before);
            last++;
        }
        assertThat(last).as("statements").isGreaterThan(4);
        assertThat(facts()).isNotEqualTo(before);
    }

    private boolean isKilledAfter(int last, Runnable work) {
        try {
            statements.killedAfter(last, work);
            return false;
        } catch (RuntimeException | Error thrown) {
            if (NestedExceptionUtils.getMostSpecificCause(thrown) instanceof Killed) {
                return true;
            }
            throw thrown;
        }
    }

    private List<String> facts() {
        var facts = new ArrayList<>(in(() -> database.sql(FACTS)
                .param("agreement", agreement.value())
                .query(String.class)
                .list()));
        facts.add("jobs " + waiting());
        return facts;
    }

    /** Jobs for the plan that runs, or ended last. */
    private long waiting() {
        var like = UTILITY.slug() + "/"
                + found().map(one -> one.id().value().toString()).orElse("") + "/%";
        return transaction.execute(
                status -> database.sql(WAITING).param(like).query(Long.class).single());
    }
}
