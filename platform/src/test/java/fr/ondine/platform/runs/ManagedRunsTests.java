package fr.ondine.platform.runs;

import static fr.ondine.testing.Utilities.SIEGVO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.kernel.Period;
import fr.ondine.platform.runs.RunFault.About;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.RoleMissing;
import fr.ondine.platform.staff.StaffRole;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.testing.PlatformTest;
import fr.ondine.testing.ProvenStaff;
import fr.ondine.testing.StatementCount;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PlatformTest
class ManagedRunsTests {

    private static final LocalDate FROM = LocalDate.of(2026, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 6, 30);
    private static final CurrentStaff ANNE = with(StaffRole.BILLER);

    @Autowired
    ManagedRuns managed;

    @Autowired
    BillingRuns runs;

    @Autowired
    JdbcClient database;

    @Autowired
    StatementCount statements;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    private BilledRows rows;
    private LocalDate today;

    @BeforeEach
    void a_round() {
        rows = in(() -> BilledRows.of(database));
        today = in(() -> LocalDate.now(clock));
    }

    @Test
    void who_bills_orders_a_run_and_who_looks_after_subscribers_does_not() {
        var agent = with(StaffRole.AGENT);
        in(() -> rows.agreement(60));

        var run = in(() -> managed.order(ANNE, ofRound()));

        assertThat(in(() -> managed.find(ANNE, run))).isPresent();
        assertThatThrownBy(() -> in(() -> managed.order(agent, ofRound()))).isInstanceOf(RoleMissing.class);
        assertThatThrownBy(() -> in(() -> managed.list(agent, 0))).isInstanceOf(RoleMissing.class);
        assertThatThrownBy(() -> in(() -> managed.find(agent, run))).isInstanceOf(RoleMissing.class);
        assertThatThrownBy(() -> in(() -> managed.coming(agent, run))).isInstanceOf(RoleMissing.class);
        assertThatThrownBy(() -> attempt(() -> managed.validate(agent, run))).isInstanceOf(RoleMissing.class);
        assertThatThrownBy(() -> attempt(() -> managed.cancel(agent, run))).isInstanceOf(RoleMissing.class);
    }

    @Test
    void the_newest_run_is_listed_first_in_one_query_whatever_there_are() {
        in(() -> rows.agreement(60));
        IntStream.range(0, ManagedRuns.PAGE + 1).forEach(count -> in(() -> managed.order(ANNE, ofRound())));
        var last = in(() -> managed.order(ANNE, ofRound()));

        in(() -> {
            assertThat(statements.of(() -> {
                        var page = managed.list(ANNE, 0);
                        assertThat(page.rows().getFirst().id()).isEqualTo(last);
                        assertThat(page.rows()).hasSize(ManagedRuns.PAGE);
                        assertThat(page.hasMore()).isTrue();
                    }))
                    .isOne();
            assertThat(managed.list(ANNE, 1).rows()).extracting(RunSummary::id).doesNotContain(last);
            return last;
        });
    }

    @Test
    void all_that_is_wrong_with_an_order_is_told_at_once_and_nothing_is_begun() {
        var order = new RunOrder(
                RunKind.ACTUAL,
                FROM,
                FROM.minusDays(1),
                FROM.minusDays(1),
                today.minusMonths(1).minusDays(1),
                today.minusMonths(2),
                Perimeter.Kind.LIST,
                " \n ");

        assertThat(faults(order))
                .extracting(RunFault::about, RunFault::code)
                .containsExactly(
                        tuple(About.LAST_DAY, "runs.order.ends-before-start"),
                        tuple(About.READ_UNTIL, "runs.order.read-before-start"),
                        tuple(About.ISSUED_ON, "runs.order.issued-long-ago"),
                        tuple(About.DUE_ON, "runs.order.due-before-issue"),
                        tuple(About.PERIMETER, "runs.order.list-empty"));
    }

    @Test
    void a_day_that_is_none_a_wrong_year_and_an_issue_far_ahead_are_refused() {
        assertThat(faults(new RunOrder(RunKind.ACTUAL, null, null, null, null, null, Perimeter.Kind.ALL, "")))
                .extracting(RunFault::code)
                .containsExactly(
                        "runs.order.from-missing",
                        "runs.order.last-day-missing",
                        "runs.order.read-until-missing",
                        "runs.order.issued-on-missing",
                        "runs.order.due-on-missing");
        assertThat(faults(new RunOrder(
                        RunKind.ACTUAL,
                        FROM,
                        FROM.plusYears(2),
                        LAST_DAY,
                        today.plusMonths(3).plusDays(1),
                        today.plusMonths(4),
                        Perimeter.Kind.ALL,
                        "")))
                .extracting(RunFault::code)
                .containsExactly("runs.order.too-long", "runs.order.issued-far-ahead");
    }

    @Test
    void contracts_are_found_by_their_number_as_it_is_typed_and_one_that_is_unknown_is_refused() {
        var number = number();
        var agreement = in(() -> rows.agreement(60));
        number(agreement, number);
        var typed = number.substring(0, 2) + " " + number.substring(2, 6) + " " + number.substring(6);

        assertThat(in(() -> managed.find(ANNE, managed.order(ANNE, of(Perimeter.Kind.LIST, typed + "\n" + number))))
                        .orElseThrow()
                        .perimeter())
                .as("shown as on the invoice")
                .isEqualTo(new RunPerimeter(Perimeter.Kind.LIST, List.of(typed), 1));
        assertThat(faults(of(Perimeter.Kind.LIST, typed + ";" + number() + "; 12 pommes")))
                .singleElement()
                .satisfies(fault -> assertThat(fault.code()).isEqualTo("runs.order.list-unknown"))
                .satisfies(fault -> assertThat(fault.arguments()).last().isEqualTo(2));
    }

    @Test
    void a_round_and_a_street_are_found_however_they_are_written_and_others_are_refused() {
        var street = "allée " + UUID.randomUUID();
        var agreement = in(() -> rows.agreement(60));
        in(() -> database.sql("update premise set street = ? where id = (select premise_id from service_point sp"
                        + " join agreement a on a.service_point_id = sp.id where a.id = ?)")
                .params("12 bis, " + street, agreement.value())
                .update());

        assertThat(perimeter(of(Perimeter.Kind.ROUND, rows.round().toUpperCase(Locale.ROOT))))
                .containsExactly(rows.round());
        assertThat(perimeter(of(Perimeter.Kind.STREET, street))).containsExactly("12 bis, " + street);
        assertThat(faults(of(Perimeter.Kind.ROUND, "nulle part")))
                .extracting(RunFault::code)
                .containsExactly("runs.order.round-unknown");
        assertThat(faults(of(Perimeter.Kind.STREET, "allée nulle part")))
                .extracting(RunFault::code)
                .containsExactly("runs.order.street-unknown");
        assertThat(in(() -> managed.rounds(ANNE, 1_000))).contains(rows.round());
    }

    @Test
    void what_will_be_issued_is_told_before_and_begins_with_the_number_that_was_told() {
        var agreement = in(() -> rows.agreement(60));
        var run = simulated();

        var coming = in(() -> managed.coming(ANNE, run));
        attempt(() -> managed.validate(ANNE, run));
        awaitState(run, RunState.ISSUED);

        assertThat(coming.count()).isOne();
        assertThat(coming.total()).isEqualTo(Money.euros("145.70"));
        assertThat(in(() -> database.sql("select number from invoice where agreement_id = ?")
                        .param(agreement.value())
                        .query(String.class)
                        .single()))
                .isEqualTo(coming.firstNumber().replace("-", ""));
        assertThatThrownBy(() -> attempt(() -> managed.validate(ANNE, run))).isInstanceOf(RunNotReady.class);
    }

    @Test
    void a_series_without_room_is_told_before_anything_is_issued() {
        in(() -> rows.agreement(60));
        in(() -> database.sql("insert into invoice_series values ('2031######', 999999) on conflict do nothing")
                .update());
        var far = LocalDate.of(2031, 1, 1);
        var run = in(() -> runs.order(
                new RunTerms(RunKind.ACTUAL, Period.ofDays(FROM, LAST_DAY), LAST_DAY, far, far),
                new Perimeter(Perimeter.Kind.ROUND, List.of(rows.round())),
                ANNE.actor()));
        awaitState(run, RunState.SIMULATED);

        assertThatThrownBy(() -> in(() -> managed.coming(ANNE, run))).isInstanceOf(SeriesUsedUp.class);
        assertThatThrownBy(() -> attempt(() -> managed.validate(ANNE, run))).isInstanceOf(SeriesUsedUp.class);
        assertThat(in(() -> runs.progress(run)).state()).isEqualTo(RunState.SIMULATED);
    }

    @Test
    void a_run_is_compared_with_what_stands_billed_a_year_before_in_one_query() {
        var agreement = in(() -> rows.agreement(60));
        var billed = earlier(agreement, "100.00", "ACTUAL");
        earlier(agreement, "40.00", "ESTIMATED");
        var credited = earlier(agreement, "70.00", "ACTUAL");
        in(() -> database.sql(
                        "insert into invoice (id, number, kind, agreement_id, agreement_number, issued_on, due_on,"
                                + " net_amount, vat_amount, total_amount, content_hash, corrects) values (gen_random_uuid(),"
                                + " gen_random_uuid(), 'CREDIT_NOTE', ?, 'A', date '2025-08-01', date '2025-08-01', -70.00, 0,"
                                + " -70.00, '\\x00', ?)")
                .params(agreement.value(), credited)
                .update());
        var run = simulated();

        in(() -> {
            assertThat(managed.before(ANNE, run))
                    .isEqualTo(new PeriodBefore(
                            new Period(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 7, 1)), 1, Money.euros("100.00")));
            return billed;
        });
    }

    @Test
    void only_what_goes_on_is_paused_and_what_has_ended_is_not_cancelled() {
        in(() -> rows.agreement(60));
        var run = simulated();

        assertThatThrownBy(() -> attempt(() -> managed.pause(ANNE, run))).isInstanceOf(RunNotReady.class);
        attempt(() -> managed.cancel(ANNE, run));
        assertThatThrownBy(() -> attempt(() -> managed.cancel(ANNE, run))).isInstanceOf(RunNotReady.class);
        assertThatThrownBy(() -> attempt(() -> managed.resume(ANNE, run))).isInstanceOf(RunNotReady.class);
        assertThat(in(() -> database.sql("select action from audit_entry where subject = ? order by occurred_at")
                        .param("billing-run:" + run.value())
                        .query(String.class)
                        .list()))
                .containsExactly("billing-run.ordered", "billing-run.cancelled");
    }

    private UUID earlier(AgreementId agreement, String total, String kind) {
        var invoice = UUID.randomUUID();
        in(() -> database.sql(
                        "insert into invoice (id, number, kind, agreement_id, agreement_number, issued_on, due_on,"
                                + " period_from, period_to, net_amount, vat_amount, total_amount, content_hash) values (?, ?, ?, ?,"
                                + " 'A', date '2025-07-01', date '2025-08-01', date '2025-01-01', date '2025-06-30', ?::numeric, 0,"
                                + " ?::numeric, '\\x00')")
                .params(invoice, invoice.toString(), kind, agreement.value(), total, total)
                .update());
        return invoice;
    }

    private RunId simulated() {
        var run = in(() -> managed.order(ANNE, ofRound()));
        awaitState(run, RunState.SIMULATED);
        return run;
    }

    private void awaitState(RunId run, RunState state) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> in(() -> runs.progress(run)).state() == state);
    }

    private List<RunFault> faults(RunOrder order) {
        return catchThrowableOfType(RunOrderRefused.class, () -> in(() -> managed.order(ANNE, order)))
                .faults();
    }

    private List<String> perimeter(RunOrder order) {
        return in(() -> managed.find(ANNE, managed.order(ANNE, order)))
                .orElseThrow()
                .perimeter()
                .some();
    }

    private RunOrder ofRound() {
        return of(Perimeter.Kind.ROUND, rows.round());
    }

    private RunOrder of(Perimeter.Kind kind, String typed) {
        return new RunOrder(RunKind.ACTUAL, FROM, LAST_DAY, LAST_DAY, today, today.plusDays(30), kind, typed);
    }

    private void number(AgreementId agreement, String number) {
        in(() -> database.sql("update agreement set number = ? where id = ?")
                .params(number, agreement.value())
                .update());
    }

    private static String number() {
        return String.valueOf(ThreadLocalRandom.current().nextLong(100_000_000L, 1_000_000_000L));
    }

    private static CurrentStaff with(StaffRole role) {
        return ProvenStaff.of(SIEGVO.slug(), UUID.randomUUID(), "anne@b.fr", "Anne", role, 1);
    }

    private void attempt(Runnable deed) {
        in(() -> {
            deed.run();
            return true;
        });
    }

    private <T> T in(Supplier<T> work) {
        return TenantContext.callAs(SIEGVO, () -> transaction.execute(status -> work.get()));
    }
}
