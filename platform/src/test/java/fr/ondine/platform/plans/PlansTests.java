package fr.ondine.platform.plans;

import static fr.ondine.platform.kernel.Money.euros;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.customers.UnknownAgreement;
import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.kernel.Writing;
import fr.ondine.platform.receivables.Allocation;
import fr.ondine.platform.receivables.Debts;
import fr.ondine.platform.receivables.Ledger;
import fr.ondine.platform.receivables.LedgerEntry;
import fr.ondine.platform.receivables.Receipt;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.RoleMissing;
import fr.ondine.platform.staff.StaffRole;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.testing.CaughtMails;
import fr.ondine.testing.Conformance;
import fr.ondine.testing.PlatformTest;
import fr.ondine.testing.Rows;
import fr.ondine.testing.StatementCount;
import fr.ondine.testing.Utilities;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Ten instalments on the 10th, of a year that staff say costs 305.05: nine of 30.50 and one of 30.55. */
@PlatformTest
class PlansTests {

    private static final TenantId UTILITY = Utilities.ILEO;
    private static final CurrentStaff ANNE = staff(UTILITY, StaffRole.BILLER);
    private static final PlanFilter RUNNING = new PlanFilter(PlanFilter.State.RUNNING, "");
    private static final PlanOrder ORDER = new PlanOrder(10, Optional.of(euros("305.05")));

    @Autowired
    ManagedPlans plans;

    @Autowired
    OwnPlans own;

    @Autowired
    CaughtMails caught;

    @Autowired
    StatementCount statements;

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
    LocalDate today;

    @BeforeEach
    void an_agreement() {
        today = LocalDate.now(clock);
        agreement = in(() -> new Rows(database).agreement());
    }

    @Test
    void what_is_looked_at_adds_up_begins_after_the_cut_off_and_is_kept_nowhere() {
        var draft = draft();

        assertThat(draft.instalments().total()).isEqualTo(euros("305.05"));
        assertThat(draft.instalments().all()).hasSize(10);
        assertThat(draft.instalments().firstDay()).isAfterOrEqualTo(today.plusDays(15));
        assertThat(found()).isEmpty();
    }

    @Test
    void a_year_costs_what_was_billed_where_no_tariff_says_it_and_nobody_guesses() {
        assertThatThrownBy(() -> in(() -> plans.draft(ANNE, agreement, new PlanOrder(10, Optional.empty()))))
                .isInstanceOf(PlanRefused.class)
                .hasMessageContaining("amount-unknown");

        in(() -> new Rows(database).invoice(agreement, euros("200.00"), euros("11.00")));
        in(() -> database.sql("update invoice set issued_on = ? where agreement_id = ?")
                .params(today.minusDays(30), agreement.value())
                .update());

        assertThat(in(() -> plans.offer(ANNE, agreement)).year())
                .contains(new YearlyAmount(euros("211.00"), PlanBasis.BILLED, null));
    }

    @Test
    void a_plan_is_agreed_once_however_often_and_by_however_many_it_is_asked_for() throws Exception {
        var draft = draft();
        try (var many = Executors.newFixedThreadPool(4)) {
            for (var one : many.invokeAll(Collections.nCopies(4, () -> agree(draft)))) {
                assertThat(one.get()).isEqualTo(draft.id());
            }
        }

        assertThat(in(() -> database.sql("select count(*) from instalment where plan_id = ?")
                        .param(draft.id().value())
                        .query(Long.class)
                        .single()))
                .isEqualTo(10);
        assertThat(in(() -> database.sql(
                                "select actor || ' ' || action || ' ' || detail from audit_entry where subject = ?")
                        .param("plan:" + draft.id().value())
                        .query(String.class)
                        .list()))
                .containsExactly(ANNE.actor() + " plan.agreed 305.05 in 10");
    }

    @Test
    void what_nobody_has_looked_at_is_not_agreed() {
        var seen = draft();
        var other = new PlanDraft(
                seen.id(),
                seen.contract(),
                seen.holder(),
                seen.order(),
                seen.year(),
                seen.carried(),
                new Instalments(seen.instalments().all().subList(0, 2)));

        assertThatThrownBy(() -> agree(other)).isInstanceOf(PlanRefused.class).hasMessageContaining("changed");
        assertThat(found()).isEmpty();
    }

    @Test
    void an_agreement_that_is_over_gets_no_plan() {
        in(() -> database.sql("update agreement set ended_on = ? where id = ?")
                .params(today.minusDays(1), agreement.value())
                .update());

        assertThatThrownBy(this::draft).isInstanceOf(PlanRefused.class).hasMessageContaining("agreement-over");
    }

    @Test
    void an_agreement_has_one_plan_at_a_time() {
        var second = draft();
        var first = agree(draft());

        assertThatThrownBy(() -> agree(second)).isInstanceOf(PlanRefused.class).hasMessageContaining("runs-already");
        assertThatThrownBy(this::draft).isInstanceOf(PlanRefused.class);

        close(first);
        assertThat(agree(draft())).isNotEqualTo(first);
    }

    @Test
    void what_comes_in_on_account_pays_the_first_instalments_and_what_comes_back_does_not() {
        agree(draft());
        receive("40.00");
        var returned = receive("30.00");

        assertThat(plan().payments())
                .extracting(PlannedPayment::paid)
                .startsWith(euros("30.50"), euros("30.50"), euros("9.00"));

        in(() -> ledger.postReturn(returned, euros("30.00"), today));

        assertThat(plan().paid()).isEqualTo(euros("40.00"));
        assertThat(plan().next(today).orElseThrow().left()).isEqualTo(euros("21.00"));
    }

    @Test
    void what_was_paid_is_taken_off_the_yearly_invoice_once_and_stays_paid_on_the_plan() {
        agree(draft());
        receive("61.00");
        var invoice = in(() -> new Rows(database).invoice(agreement, euros("300.00"), euros("16.50")));
        in(() -> ledger.post(LedgerEntry.invoice(invoice, agreement, today, euros("300.00"), euros("16.50"))));
        in(() -> {
            allocation.settle(List.of(agreement));
            allocation.settle(List.of(agreement));
            return true;
        });

        assertThat(in(() -> debts.of(agreement).due())).isEqualTo(euros("255.50"));
        assertThat(in(() -> ledger.balance(invoice))).isEqualTo(euros("255.50"));
        assertThat(plan().paid()).isEqualTo(euros("61.00"));
    }

    @Test
    void once_the_year_is_billed_the_rules_say_what_becomes_of_the_difference() {
        agree(draft());
        receive("305.05");
        assertThat(in(() -> plans.yearEnd(ANNE, plan()))).isEmpty();

        var invoice = in(() -> new Rows(database).invoice(agreement, euros("330.00"), euros("18.15")));
        in(() -> database.sql("update invoice set issued_on = ? where id = ?")
                .params(today.plusDays(1), invoice.value())
                .update());
        in(() -> ledger.post(LedgerEntry.invoice(invoice, agreement, today, euros("330.00"), euros("18.15"))));

        var end = in(() -> plans.yearEnd(ANNE, plan())).orElseThrow();
        assertThat(end.outcome()).isEqualTo(YearEnd.Outcome.EXTRA_INSTALMENTS);
        assertThat(end.after().total()).isEqualTo(euros("348.15"));
    }

    @Test
    void a_plan_is_to_be_ended_once_as_many_payments_came_back_as_are_allowed() {
        agree(draft());
        var first = receive("30.50");
        var second = receive("30.50");

        in(() -> ledger.postReturn(first, euros("30.50"), today));
        assertThat(in(() -> plans.isToBeEnded(ANNE, plan()))).isFalse();

        in(() -> ledger.postReturn(second, euros("30.50"), today));
        assertThat(in(() -> plans.isToBeEnded(ANNE, plan()))).isTrue();
    }

    @Test
    void what_was_paid_before_the_plan_is_not_for_it() {
        receive("12.00", today.minusDays(1));
        agree(draft());

        assertThat(plan().paid()).isEqualTo(Money.zero());
    }

    @Test
    void a_revision_keeps_what_was_paid_and_is_done_once() {
        agree(draft());
        receive("61.00");
        var revision = in(() -> plans.revision(ANNE, agreement, euros("400.00"), today));

        assertThat(plan().version()).as("looked at, and kept nowhere").isEqualTo(1);
        for (var again = 0; again < 2; again++) {
            in(() -> {
                plans.revise(ANNE, agreement, revision);
                return true;
            });
        }

        assertThat(plan().state()).isEqualTo(PlanState.REVISED);
        assertThat(plan().version()).isEqualTo(2);
        assertThat(plan().total()).isEqualTo(euros("400.00"));
        assertThat(plan().payments())
                .extracting(PlannedPayment::amount)
                .startsWith(euros("30.50"), euros("30.50"), euros("42.37"));
        assertThat(plan().paid()).isEqualTo(euros("61.00"));
    }

    @Test
    void a_revision_that_would_be_another_by_now_is_refused() {
        agree(draft());
        var revision = in(() -> plans.revision(ANNE, agreement, euros("400.00"), today));
        receive("61.00");

        assertThatThrownBy(() -> in(() -> {
                    plans.revise(ANNE, agreement, revision);
                    return true;
                }))
                .isInstanceOf(PlanRefused.class)
                .hasMessageContaining("changed");
    }

    @Test
    void a_plan_that_ends_asks_for_nothing_and_what_was_paid_stays_to_the_credit_of_the_agreement() {
        var id = agree(draft());
        receive("61.00");
        close(id);
        close(id);

        assertThat(plan().isRunning()).isFalse();
        assertThat(plan().closing()).isEqualTo(PlanClosing.WISH);
        assertThat(plan().next(today)).isEmpty();
        assertThat(in(() -> debts.of(agreement).due())).isEqualTo(euros("-61.00"));
    }

    @Test
    void a_list_takes_three_queries_however_many_plans_there_are_and_however_they_are_sought() {
        agree(draft());
        receive("30.50");
        var few = queries(RUNNING);
        agreement = in(() -> new Rows(database).agreement());
        agree(draft());
        receive("30.50");

        assertThat(queries(RUNNING)).isEqualTo(few).isLessThanOrEqualTo(3);
        for (var state : PlanFilter.State.values()) {
            assertThat(queries(new PlanFilter(state, "Martin"))).isLessThanOrEqualTo(3);
        }
        assertThat(in(() -> plans.list(ANNE, RUNNING, 0)).rows())
                .filteredOn(row -> row.plan().agreement().equals(agreement))
                .singleElement()
                .satisfies(row -> assertThat(row.plan().paid()).isEqualTo(euros("30.50")));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            Noël,         true
            noel-le,      true
            Yves Noël-le, true
            Noël le Yves, true
            977000,       true
            0977 00 01,   false
            Noe,          true
            oël,          false
            Yves,         false
            '%',          false
            """)
    void a_plan_is_found_by_the_beginning_of_its_holders_name_or_of_its_number(String words, boolean isFound) {
        agree(draft());
        var number = "977000" + agreement.value().toString().substring(0, 6);
        in(() -> database.sql("update agreement set number = ? where id = ?")
                .params(number, agreement.value())
                .update());
        in(() -> database.sql("update customer set last_name = 'Noël-Le', first_name = 'Yves'"
                        + " where id = (select customer_id from agreement where id = ?)")
                .param(agreement.value())
                .update());

        assertThat(listed(PlanFilter.State.RUNNING, words)).isEqualTo(isFound);
        assertThat(listed(PlanFilter.State.CLOSED, words)).isFalse();
    }

    @Test
    void those_that_are_late_ended_or_to_be_given_back_are_listed_apart() {
        var id = agree(draft());
        assertThat(listed(PlanFilter.State.LATE, "")).isFalse();

        in(() -> database.sql("update instalment set due_on = due_on - 60 where plan_id = ?")
                .param(id.value())
                .update());
        assertThat(listed(PlanFilter.State.LATE, "")).isTrue();
        receive("305.05");
        assertThat(listed(PlanFilter.State.LATE, "")).isFalse();
        assertThat(listed(PlanFilter.State.RUNNING, "")).isTrue();

        close(id);
        assertThat(listed(PlanFilter.State.RUNNING, "")).isFalse();
        assertThat(listed(PlanFilter.State.CLOSED, "")).isTrue();
        assertThat(listed(PlanFilter.State.TO_REFUND, "")).isFalse();
        in(() -> database.sql(
                        "insert into plan_refund (plan_id, agreement_id, amount, noted_on) values (?, ?, 5.00, ?)")
                .params(id.value(), agreement.value(), today)
                .update());
        assertThat(listed(PlanFilter.State.TO_REFUND, "")).isTrue();

        var invoice = in(() -> new Rows(database).invoice(agreement, euros("310.00"), Money.zero()));
        in(() -> ledger.post(LedgerEntry.invoice(invoice, agreement, today, euros("310.00"), Money.zero())));
        assertThat(listed(PlanFilter.State.TO_REFUND, ""))
                .as("used by an invoice")
                .isFalse();
    }

    @Test
    void its_paper_says_each_date_and_amount_and_is_read_aloud() throws Exception {
        var person = in(() -> {
            var user = new Rows(database).user();
            new Rows(database).link(user, agreement);
            return user;
        });
        agree(draft());

        var pdf = in(() -> own.printed(person, agreement));

        Files.write(Path.of("target", "echeancier.pdf"), pdf.bytes());
        try (var document = Loader.loadPDF(pdf.bytes())) {
            var text = new PDFTextStripper().getText(document).replaceAll("[\\s\\h]+", " ");
            var w = new Writing(Locale.FRANCE);
            plan().payments()
                    .forEach(one -> assertThat(text)
                            .contains(w.date(one.dueOn()).replaceAll("\\h", " ") + " "
                                    + w.money(one.amount()).replaceAll("\\h", " ")));
            assertThat(text).contains("Martin", "Total de l'année 305,05 €", "1 rue des Sources");
            assertThat(document.getNumberOfPages()).isEqualTo(1);
        }
        assertThat(Conformance.ARCHIVE.faults(pdf.bytes())).isEmpty();
        assertThat(Conformance.ACCESSIBILITY.faults(pdf.bytes())).isEmpty();
    }

    @Test
    void a_subscriber_asks_for_a_plan_of_their_own_agreement_and_stops_it() {
        var person = in(() -> {
            var rows = new Rows(database);
            var user = rows.user();
            rows.link(user, agreement);
            rows.invoice(agreement, euros("200.00"), euros("11.00"));
            database.sql("update invoice set issued_on = ? where agreement_id = ?")
                    .params(today.minusDays(30), agreement.value())
                    .update();
            return user;
        });
        var stranger = in(() -> new Rows(database).user());
        var draft = in(() -> own.draft(person, agreement, 10));

        in(() -> own.agree(person, agreement, draft));

        var told = caught.await(person.value() + "@exemple.fr");
        assertThat(told.plain()).contains("21,10", "211,00");
        assertThat(told.link()).hasPath("/echeancier").hasQuery("contrat=" + agreement.value());
        assertThat(in(() -> own.running(person, agreement)).orElseThrow().total())
                .isEqualTo(euros("211.00"));
        assertThatThrownBy(() -> in(() -> own.running(stranger, agreement))).isInstanceOf(UnknownAgreement.class);
        assertThatThrownBy(() -> stop(stranger, draft.id())).isInstanceOf(UnknownAgreement.class);
        stop(person, draft.id());
        assertThat(in(() -> own.running(person, agreement))).isEmpty();
    }

    @Test
    void a_subscriber_names_no_amount_and_no_day_that_is_not_offered() {
        var person = in(() -> {
            var user = new Rows(database).user();
            new Rows(database).link(user, agreement);
            return user;
        });
        var staffs = draft();

        assertThatThrownBy(() -> in(() -> own.agree(person, agreement, staffs))).isInstanceOf(PlanRefused.class);
        assertThatThrownBy(() -> in(() -> own.draft(person, agreement, 11)))
                .isInstanceOf(PlanRefused.class)
                .hasMessageContaining("day-not-offered");
    }

    @Test
    void who_is_debited_by_the_month_already_gets_no_second_plan_online() {
        var person = in(() -> {
            var user = new Rows(database).user();
            new Rows(database).link(user, agreement);
            database.sql("update agreement set payment_method = 'INSTALMENTS' where id = ?")
                    .param(agreement.value())
                    .update();
            return user;
        });

        assertThat(in(() -> own.offer(person, agreement)).isMade()).isFalse();
        assertThatThrownBy(() -> in(() -> own.draft(person, agreement, 10)))
                .isInstanceOf(PlanRefused.class)
                .hasMessageContaining("runs-already");
    }

    @Test
    void where_no_plans_are_offered_there_is_none() {
        var rob = staff(Utilities.SIEGVO, StaffRole.BILLER);
        var there = TenantContext.callAs(
                Utilities.SIEGVO, () -> transaction.execute(status -> new Rows(database).agreement()));

        assertThatThrownBy(() -> TenantContext.callAs(Utilities.SIEGVO, () -> plans.draft(rob, there, ORDER)))
                .isInstanceOf(PlanRefused.class)
                .hasMessageContaining("not-offered");
    }

    @Test
    void who_does_not_bill_here_looks_and_changes_nothing() {
        var draft = draft();
        var agent = staff(UTILITY, StaffRole.AGENT);
        var elsewhere = staff(Utilities.SIEGVO, StaffRole.ADMINISTRATOR);

        assertThat(in(() -> plans.find(agent, agreement))).isEmpty();
        assertThatThrownBy(() -> in(() -> plans.agree(agent, agreement, draft))).isInstanceOf(RoleMissing.class);
        assertThatThrownBy(() -> in(() -> plans.find(elsewhere, agreement))).isInstanceOf(RoleMissing.class);
        assertThatThrownBy(() -> in(() -> plans.list(elsewhere, RUNNING, 0))).isInstanceOf(RoleMissing.class);
    }

    private int queries(PlanFilter filter) {
        return in(() -> statements.of(() -> plans.list(ANNE, filter, 0)));
    }

    private boolean listed(PlanFilter.State state, String words) {
        return in(() -> plans.list(ANNE, new PlanFilter(state, words), 0)).rows().stream()
                .anyMatch(row -> row.plan().agreement().equals(agreement));
    }

    private PlanDraft draft() {
        return in(() -> plans.draft(ANNE, agreement, ORDER));
    }

    private PlanId agree(PlanDraft draft) {
        return in(() -> plans.agree(ANNE, agreement, draft));
    }

    private void close(PlanId id) {
        in(() -> {
            plans.close(ANNE, agreement, id, PlanClosing.WISH);
            return true;
        });
    }

    private void stop(UserId user, PlanId id) {
        in(() -> {
            own.stop(user, agreement, id);
            return true;
        });
    }

    private Optional<Plan> found() {
        return in(() -> plans.find(ANNE, agreement));
    }

    private Plan plan() {
        return found().orElseThrow();
    }

    private UUID receive(String amount) {
        return receive(amount, today);
    }

    private UUID receive(String amount, LocalDate on) {
        var payment = UUID.randomUUID();
        in(() -> ledger.post(LedgerEntry.payment(payment, agreement, Receipt.BANK, on, euros(amount), Map.of())));
        return payment;
    }

    private static CurrentStaff staff(TenantId utility, StaffRole role) {
        return new CurrentStaff(utility.slug(), UUID.randomUUID(), "a@b.example", "Anne", role, 0);
    }

    private <T> T in(Supplier<T> work) {
        return TenantContext.callAs(UTILITY, () -> transaction.execute(status -> work.get()));
    }
}
