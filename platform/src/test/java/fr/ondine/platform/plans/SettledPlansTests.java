package fr.ondine.platform.plans;

import static fr.ondine.platform.kernel.Money.euros;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.plans.YearEnd.Outcome;
import fr.ondine.platform.receivables.Allocation;
import fr.ondine.platform.receivables.Debts;
import fr.ondine.platform.receivables.Ledger;
import fr.ondine.platform.receivables.LedgerEntry;
import fr.ondine.platform.receivables.OpenReceivable;
import fr.ondine.platform.receivables.Receipt;
import fr.ondine.platform.receivables.ReceivableId;
import fr.ondine.platform.receivables.ReceivableState;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.RoleMissing;
import fr.ondine.platform.staff.StaffRole;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.testing.CaughtMails;
import fr.ondine.testing.PlatformTest;
import fr.ondine.testing.Rows;
import fr.ondine.testing.Utilities;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Ten instalments of a year of 300.00, agreed 300 days ago and due since; iléo asks for two more for 15.00 and above. */
@PlatformTest
class SettledPlansTests {

    private static final CurrentStaff ANNE = staff(StaffRole.BILLER);

    @Autowired
    ManagedPlans plans;

    @Autowired
    SettlePlan job;

    @Autowired
    CaughtMails caught;

    @Autowired
    Ledger ledger;

    @Autowired
    Allocation allocation;

    @Autowired
    Debts debts;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    AgreementId agreement;
    PlanId plan;
    LocalDate today;

    @BeforeEach
    void a_plan_whose_days_are_past() {
        today = LocalDate.now(clock);
        agreement = in(() -> new Rows(database).agreement());
        plan = agree("300.00");
        in(() -> {
            database.sql("update instalment_plan set agreed_on = ? where id = ?")
                    .params(today.minusDays(300), plan.value())
                    .update();
            return database.sql("update instalment set due_on = due_on - 320 where plan_id = ?")
                    .param(plan.value())
                    .update();
        });
    }

    @Test
    void a_larger_rest_is_paid_by_payments_that_are_added_by_themselves_once_the_year_is_billed() {
        var reader = in(() -> {
            var rows = new Rows(database);
            var user = rows.user();
            rows.link(user, agreement);
            return user.value() + "@exemple.fr";
        });
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
        assertThat(audited())
                .containsExactly(
                        "plan.agreed 300.00 in 10", "plan.settled EXTRA_INSTALMENTS 40.00", "plan.closed YEAR_END");
    }

    @Test
    void it_is_settled_once_however_often_and_by_however_many() throws Exception {
        receive("300.00");
        bill("200.00", "ACTUAL");
        try (var many = Executors.newFixedThreadPool(4)) {
            for (var one : many.invokeAll(Collections.nCopies(4, () -> {
                in(() -> {
                    job.run(plan.value());
                    return true;
                });
                return true;
            }))) {
                assertThat(one.get()).isEqualTo(true);
            }
        }

        assertThat(audited())
                .containsExactly("plan.agreed 300.00 in 10", "plan.settled REFUND -100.00", "plan.closed YEAR_END");
        assertThat(in(() -> plans.refund(ANNE, agreement)).orElseThrow().amount())
                .isEqualTo(euros("100.00"));
    }

    @Test
    void half_a_year_is_not_a_year_but_staff_may_settle_what_they_have_looked_at() {
        receive("150.00");
        var first = bill("160.00", "ACTUAL", 181);
        run();
        assertThat(plan().settled()).isNull();

        var seen = in(() -> plans.yearEnd(ANNE, plan())).orElseThrow();
        receive("10.00");
        assertThatThrownBy(() -> settle(seen)).isInstanceOf(PlanRefused.class).hasMessageContaining("changed");
        assertThat(left(first)).isEqualTo(Money.zero());

        var again = in(() -> plans.yearEnd(ANNE, plan())).orElseThrow();
        settle(again);
        settle(again);
        assertThat(plan().settled()).isEqualTo(Outcome.EVEN);
        assertThat(plan().closing()).isEqualTo(PlanClosing.YEAR_END);
    }

    @Test
    void two_halves_are_a_year_and_what_is_billed_anew_is_no_second_half() {
        receive("300.00");
        bill("150.00", "ACTUAL", 181);
        bill("140.00", "ACTUAL", 181);
        run();
        assertThat(plan().settled()).isNull();

        bill("20.00", "ACTUAL", 182);
        run();
        assertThat(plan().settled()).isEqualTo(Outcome.CARRIED);
    }

    @Test
    void what_is_to_be_given_back_is_posted_once_when_staff_say_that_it_is_paid() throws Exception {
        var refund = aRefundOf100();
        try (var many = Executors.newFixedThreadPool(4)) {
            for (var one : many.invokeAll(Collections.nCopies(4, () -> {
                refunded(refund);
                return true;
            }))) {
                assertThat(one.get()).isEqualTo(true);
            }
        }

        assertThat(due()).isEqualTo(Money.zero());
        assertThat(in(() -> plans.refund(ANNE, agreement))).isEmpty();
        assertThat(plan().paid()).as("what was paid on the plan").isEqualTo(euros("300.00"));
        assertThat(audited()).last().isEqualTo("plan.refunded 100.00");
    }

    @Test
    void what_an_invoice_has_used_meanwhile_is_not_given_back() {
        var refund = aRefundOf100();
        bill("30.00", "ONE_OFF");

        assertThatThrownBy(() -> refunded(refund))
                .isInstanceOf(PlanRefused.class)
                .hasMessageContaining("refund-changed");
        var left = in(() -> plans.refund(ANNE, agreement)).orElseThrow();
        assertThat(left.amount()).isEqualTo(euros("70.00"));
        refunded(left);
        assertThat(due()).isEqualTo(Money.zero());
    }

    @Test
    void a_refund_of_last_year_is_nothing_that_this_years_plan_lacks() {
        var refund = aRefundOf100();
        agree("250.00");
        receive("25.00");
        refunded(refund);

        assertThat(plan().paid()).isEqualTo(euros("25.00"));
        assertThat(due()).isEqualTo(euros("-25.00"));
    }

    @Test
    void who_does_not_bill_gives_nothing_back_and_settles_nothing() {
        var refund = aRefundOf100();
        var agent = staff(StaffRole.AGENT);

        assertThatThrownBy(() -> in(() -> {
                    plans.refunded(agent, refund);
                    return true;
                }))
                .isInstanceOf(RoleMissing.class);
        assertThatThrownBy(() -> in(() -> {
                    plans.settle(agent, agreement, plan, YearEnd.ofMoveOut(plan(), Money.zero()));
                    return true;
                }))
                .isInstanceOf(RoleMissing.class);
    }

    @Test
    void a_small_rest_waits_and_is_part_of_the_next_plan() {
        receive("300.00");
        var invoice = bill("308.40", "ACTUAL");
        run();
        assertThat(plan().closing()).isEqualTo(PlanClosing.YEAR_END);
        assertThat(state(invoice)).isEqualTo(ReceivableState.CARRIED);

        agree("320.00");
        assertThat(plan().carried()).isEqualTo(euros("8.40"));
        assertThat(plan().total()).isEqualTo(euros("328.40"));
        assertThat(state(invoice)).isEqualTo(ReceivableState.BY_INSTALMENTS);
    }

    @Test
    void a_small_credit_lessens_the_next_plan_unless_an_invoice_has_used_it() {
        receive("300.00");
        bill("291.60", "ACTUAL");
        run();
        assertThat(draft("320.00").carried()).isEqualTo(euros("-8.40"));
        assertThat(draft("320.00").instalments().total()).isEqualTo(euros("311.60"));

        bill("5.00", "ONE_OFF");
        assertThat(draft("320.00").carried()).isEqualTo(euros("-3.40"));
        bill("50.00", "ONE_OFF");
        assertThat(draft("320.00").carried()).isEqualTo(Money.zero());
    }

    @Test
    void the_invoice_of_a_move_out_ends_the_plan_and_is_owed_less_what_was_paid() {
        receive("120.00");
        var invoice = bill("200.00", "CLOSING");
        run();

        assertThat(plan().closing()).isEqualTo(PlanClosing.MOVE_OUT);
        assertThat(plan().settled()).isEqualTo(Outcome.DUE);
        assertThat(left(invoice)).isEqualTo(euros("80.00"));
        assertThat(state(invoice)).isEqualTo(ReceivableState.DUE);
    }

    @Test
    void who_moves_out_and_has_paid_a_little_too_much_gets_it_back() {
        receive("120.00");
        bill("118.00", "CLOSING");
        run();

        assertThat(in(() -> plans.refund(ANNE, agreement)).orElseThrow().amount())
                .isEqualTo(euros("2.00"));
    }

    @Test
    void an_invoice_of_a_year_comes_by_the_plan_while_that_is_kept_and_is_due_once_it_is_not() {
        var before = bill("90.00", "ACTUAL", 90, today.minusDays(310));
        var invoice = bill("160.00", "ACTUAL", 181, today.minusDays(60));
        var service = bill("20.00", "ONE_OFF", 1, today.minusDays(59));
        in(() -> database.sql("update instalment set due_on = due_on + 400 where plan_id = ?")
                .param(plan.value())
                .update());
        assertThat(state(before)).as("of the year before, nothing is paid").isEqualTo(ReceivableState.OVERDUE);
        assertThat(state(invoice)).as("all is still to come").isEqualTo(ReceivableState.BY_INSTALMENTS);

        in(() -> database.sql("update instalment set due_on = due_on - 280 where plan_id = ?")
                .param(plan.value())
                .update());
        receive("230.00");

        assertThat(plan().late(today)).isEqualTo(Money.zero());
        assertThat(state(before)).as("of the year before").isEqualTo(ReceivableState.PAID);
        assertThat(state(invoice)).isEqualTo(ReceivableState.BY_INSTALMENTS);
        assertThat(state(service)).as("a service").isEqualTo(ReceivableState.OVERDUE);

        // as far back as the books may be known
        in(() -> database.sql("update instalment set due_on = due_on - 900 where plan_id = ?")
                .param(plan.value())
                .update());
        assertThat(plan().late(today).isPositive()).isTrue();
        assertThat(state(invoice)).as("a plan that is not kept").isEqualTo(ReceivableState.OVERDUE);
    }

    @Test
    void what_a_plan_that_is_paid_does_not_bring_is_due_but_for_the_week_in_which_it_is_settled() {
        var invoice = bill("360.00", "ACTUAL", 181, today.minusDays(7));
        receive("300.00");
        assertThat(state(invoice)).isEqualTo(ReceivableState.BY_INSTALMENTS);

        in(() -> database.sql("update invoice set issued_on = issued_on - 1 where id = ?")
                .param(invoice.value())
                .update());
        assertThat(state(invoice)).isEqualTo(ReceivableState.DUE);
    }

    private WaitingRefund aRefundOf100() {
        receive("300.00", today.minusDays(10));
        bill("200.00", "ACTUAL");
        run();
        return in(() -> plans.refund(ANNE, agreement)).orElseThrow();
    }

    private PlanDraft draft(String year) {
        return in(() -> plans.draft(ANNE, agreement, new PlanOrder(10, Optional.of(euros(year)))));
    }

    private PlanId agree(String year) {
        var draft = draft(year);
        return in(() -> plans.agree(ANNE, agreement, draft));
    }

    private Plan plan() {
        return in(() -> plans.find(ANNE, agreement)).orElseThrow();
    }

    private void run() {
        in(() -> {
            job.run(plan.value());
            return true;
        });
    }

    private void settle(YearEnd seen) {
        in(() -> {
            plans.settle(ANNE, agreement, plan, seen);
            return true;
        });
    }

    private void refunded(WaitingRefund refund) {
        in(() -> {
            plans.refunded(ANNE, refund);
            return true;
        });
    }

    private ReceivableId bill(String total, String kind) {
        return bill(total, kind, 365);
    }

    private ReceivableId bill(String total, String kind, int days) {
        return bill(total, kind, days, today);
    }

    private ReceivableId bill(String total, String kind, int days, LocalDate on) {
        return in(() -> {
            var invoice = new Rows(database).invoice(agreement, euros(total), Money.zero());
            database.sql(
                            "update invoice set kind = ?, issued_on = ?, due_on = ?, period_from = ?, period_to = ? where id = ?")
                    .params(kind, on, on.plusDays(30), on.minusDays(days), on.minusDays(1), invoice.value())
                    .update();
            ledger.post(LedgerEntry.invoice(invoice, agreement, on, euros(total), Money.zero()));
            allocation.settle(List.of(agreement));
            return invoice;
        });
    }

    private void receive(String amount) {
        receive(amount, today);
    }

    private void receive(String amount, LocalDate on) {
        in(() -> {
            ledger.post(LedgerEntry.payment(UUID.randomUUID(), agreement, Receipt.BANK, on, euros(amount), Map.of()));
            allocation.settle(List.of(agreement));
            return true;
        });
    }

    private Money due() {
        return in(() -> debts.of(agreement).due());
    }

    private Money left(ReceivableId invoice) {
        return in(() -> debts.of(agreement).on(invoice))
                .map(OpenReceivable::left)
                .orElse(Money.zero());
    }

    private ReceivableState state(ReceivableId invoice) {
        return in(() -> debts.of(agreement).on(invoice))
                .map(OpenReceivable::state)
                .orElse(ReceivableState.PAID);
    }

    private List<String> audited() {
        return in(() -> database.sql(
                        "select action || ' ' || detail from audit_entry where subject = ? order by occurred_at, id")
                .param("plan:" + plan.value())
                .query(String.class)
                .list());
    }

    private static CurrentStaff staff(StaffRole role) {
        return new CurrentStaff(Utilities.ILEO.slug(), UUID.randomUUID(), "a@b.example", "Anne", role, 0);
    }

    private <T> T in(Supplier<T> work) {
        return TenantContext.callAs(Utilities.ILEO, () -> transaction.execute(status -> work.get()));
    }
}
