package fr.ondine.platform.runs;

import static fr.ondine.testing.Utilities.SIEGVO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import fr.ondine.platform.billing.InvoiceId;
import fr.ondine.platform.billing.InvoicesIssued;
import fr.ondine.platform.credits.CreditNotes;
import fr.ondine.platform.credits.Credited;
import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.kernel.Period;
import fr.ondine.platform.receivables.Ledger;
import fr.ondine.platform.receivables.LedgerEntry;
import fr.ondine.platform.receivables.Receipt;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.testing.PlatformTest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PlatformTest
class BillingRunsTests {

    private static final Period HALF_YEAR = new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 7, 1));

    @Autowired
    BillingRuns runs;

    @Autowired
    RunStore store;

    @Autowired
    ConfigurableApplicationContext context;

    @Autowired
    CreditNotes credits;

    @Autowired
    Ledger ledger;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    private BilledRows rows;

    @BeforeEach
    void a_round() {
        rows = in(() -> BilledRows.of(database));
    }

    @Test
    void what_is_simulated_is_asked_of_nobody_until_it_is_validated() {
        var agreement = in(() -> rows.agreement(60));

        var run = simulated();

        var progress = in(() -> runs.progress(run));
        assertThat(progress.drafts()).isOne();
        assertThat(progress.net()).as("181 days of 36.50 a year and 60 m³ at 2").isEqualTo(Money.euros("138.10"));
        assertThat(invoices(agreement)).isEmpty();
    }

    @Test
    void what_is_validated_is_issued_with_its_lines_numbered_and_posted() {
        var agreement = in(() -> rows.agreement(60));

        issued(simulated());

        assertThat(invoices(agreement)).hasSize(1);
        assertThat(in(() -> database.sql("select label || ' ' || quantity || ' ' || l.net_amount from invoice_line l"
                                + " join invoice i on i.id = invoice_id where i.agreement_id = ? order by l.position")
                        .param(agreement.value())
                        .query(String.class)
                        .list()))
                .containsExactly("ABO 181.000 18.10", "CONSO 60.000 120.00");
        assertThat(in(() -> database.sql(
                                "select account || ' ' || amount from posting where agreement_id = ? order by position")
                        .param(agreement.value())
                        .query(String.class)
                        .list()))
                .containsExactly("RECEIVABLE 145.70", "REVENUE -138.10", "VAT -7.60");
        assertThat(in(() -> database.sql(
                                "select serial || ' ' || litres from invoice_meter join invoice i on i.id = invoice_id"
                                        + " where i.agreement_id = ?")
                        .param(agreement.value())
                        .query(String.class)
                        .single()))
                .endsWith(" 60000");
    }

    @Test
    void a_run_tells_of_its_invoices_a_chunk_at_a_time_and_once_that_it_has_ended() {
        in(() -> IntStream.range(0, 3).mapToObj(count -> rows.agreement(50)).toList());
        var told = new ConcurrentLinkedQueue<>();
        ApplicationListener<PayloadApplicationEvent<?>> listener = event -> told.add(event.getPayload());
        context.addApplicationListener(listener);
        try {
            var run = simulated();
            assertThat(told).noneMatch(RunEnded.class::isInstance);
            issued(run);

            assertThat(told.stream().filter(RunEnded.class::isInstance)).containsExactly(new RunEnded(SIEGVO, run));
        } finally {
            context.removeApplicationListener(listener);
        }
        var issued = told.stream()
                .filter(InvoicesIssued.class::isInstance)
                .map(InvoicesIssued.class::cast)
                .toList();
        assertThat(issued).hasSize(1);
        assertThat(in(() -> database.sql("select count(*) from invoice i join agreement a on a.id = i.agreement_id"
                                + " join service_point sp on sp.id = a.service_point_id"
                                + " where sp.round = ? and i.id between ? and ?")
                        .params(
                                rows.round(),
                                issued.getFirst().first().value(),
                                issued.getFirst().last().value())
                        .query(Long.class)
                        .single()))
                .isEqualTo(3);
    }

    @Test
    void what_was_received_before_is_set_against_the_new_invoice() {
        var agreement = in(() -> rows.agreement(60));
        in(() -> ledger.post(LedgerEntry.payment(
                UUID.randomUUID(),
                agreement,
                Receipt.BANK,
                LocalDate.of(2026, 5, 1),
                Money.euros("100.00"),
                Map.of())));

        issued(simulated());

        assertThat(in(() -> database.sql("select account || ' ' || sum(amount) from posting where agreement_id = ?"
                                + " and account in ('RECEIVABLE', 'UNALLOCATED') group by account order by account")
                        .param(agreement.value())
                        .query(String.class)
                        .list()))
                .containsExactly("RECEIVABLE 45.70", "UNALLOCATED 0.00");
    }

    @Test
    void numbers_leave_no_gap_whatever_chunk_they_are_of() {
        in(() -> IntStream.range(0, 1_200).mapToObj(count -> rows.agreement(50)).toList());

        issued(simulated());

        var counts = in(() -> database.sql("select substr(i.number, 5)::bigint from invoice i"
                        + " join agreement a on a.id = i.agreement_id join service_point sp on sp.id = a.service_point_id"
                        + " where sp.round = ? order by 1")
                .param(rows.round())
                .query(Long.class)
                .list());
        assertThat(counts).hasSize(1_200);
        assertThat(counts)
                .isEqualTo(LongStream.range(counts.getFirst(), counts.getFirst() + 1_200)
                        .boxed()
                        .toList());
    }

    @Test
    void the_same_run_again_adds_nothing() {
        var agreement = in(() -> rows.agreement(60));
        issued(simulated());

        var again = simulated();
        issued(again);

        assertThat(invoices(agreement)).hasSize(1);
        assertThat(in(() -> runs.progress(again)).issued()).isZero();
    }

    @Test
    void what_was_taken_back_whole_is_billed_once_more() {
        var agreement = in(() -> rows.agreement(60));
        issued(simulated());
        in(() -> new Credited(credits)
                .whole(
                        new InvoiceId(database.sql("select id from invoice where agreement_id = ?")
                                .param(agreement.value())
                                .query(UUID.class)
                                .single()),
                        "Relevé faux"));

        issued(simulated());
        issued(simulated());

        assertThat(in(() -> database.sql(
                                "select kind || ' ' || total_amount from invoice where agreement_id = ? order by id")
                        .param(agreement.value())
                        .query(String.class)
                        .list()))
                .containsExactly("ACTUAL 145.70", "CREDIT_NOTE -145.70", "ACTUAL 145.70");
    }

    @Test
    void of_two_runs_that_were_simulated_one_bills() {
        var agreement = in(() -> rows.agreement(60));
        var one = simulated();
        var other = simulated();

        issued(one);
        issued(other);

        assertThat(invoices(agreement)).hasSize(1);
    }

    @Test
    void what_cannot_be_billed_is_set_aside_and_the_rest_goes_on() {
        var billed = in(() -> rows.agreement(60));
        var unread = in(() -> rows.agreement(-1));

        var run = simulated();
        issued(run);

        assertThat(invoices(billed)).hasSize(1);
        assertThat(invoices(unread)).isEmpty();
        assertThat(parked(run)).containsExactly(ParkingReason.NO_READING);
    }

    @Test
    void what_was_changed_since_it_was_simulated_is_not_issued() {
        var agreement = in(() -> rows.agreement(60));
        var run = simulated();
        in(() -> database.sql("update reading set register_value = register_value + 1000 where meter_id = ?"
                        + " and read_on = date '2026-06-29'")
                .param(rows.meter(agreement))
                .update());

        issued(run);

        assertThat(invoices(agreement)).isEmpty();
        assertThat(parked(run)).containsExactly(ParkingReason.CHANGED);
    }

    @Test
    void a_reading_sent_after_the_simulation_waits_for_the_next_run() {
        var agreement = in(() -> rows.agreement(60));
        var run = simulated();
        in(() -> database.sql(
                        "insert into reading (id, meter_id, read_on, register_value, source, quality, recorded_at)"
                                + " values (gen_random_uuid(), ?, date '2026-06-30', 161000, 'CUSTOMER', 'ACTUAL', now())")
                .param(rows.meter(agreement))
                .update());

        issued(run);

        assertThat(invoices(agreement)).hasSize(1);
    }

    @Test
    void while_one_run_is_issued_no_other_is_validated() {
        in(() -> rows.agreement(60));
        var one = simulated();
        var other = simulated();
        in(() -> {
            runs.validate(one, "staff:anne");
            runs.pause(one);
            return one;
        });

        assertThatThrownBy(() -> in(() -> {
                    runs.validate(other, "staff:anne");
                    return other;
                }))
                .isInstanceOf(RunNotReady.class);

        in(() -> runs.cancel(one));
        issued(other);
    }

    @Test
    void a_cancelled_run_issues_nothing_and_leaves_no_number() {
        var agreement = in(() -> rows.agreement(60));
        var before = lastNumbers();
        var run = simulated();

        assertThat(in(() -> runs.cancel(run))).isTrue();

        assertThatThrownBy(() -> in(() -> {
                    runs.validate(run, "staff:anne");
                    return run;
                }))
                .isInstanceOf(RunNotReady.class);
        assertThat(invoices(agreement)).isEmpty();
        assertThat(lastNumbers()).isEqualTo(before);
    }

    @Test
    void a_paused_run_begins_nothing_until_it_is_resumed() {
        var agreement = in(() -> rows.agreement(60));
        var run = simulated();
        in(() -> {
            runs.validate(run, "staff:anne");
            runs.pause(run);
            return run;
        });

        await().during(Duration.ofSeconds(1)).until(() -> invoices(agreement).isEmpty());

        in(() -> {
            runs.resume(run);
            return run;
        });
        await().until(() -> invoices(agreement).size() == 1);
    }

    @Test
    void what_is_simulated_by_now_is_paused_no_more() {
        in(() -> rows.agreement(60));
        var run = simulated();

        assertThatThrownBy(() -> in(() -> {
                    runs.pause(run);
                    return run;
                }))
                .isInstanceOf(RunNotReady.class);
        // one that came before the last part said that it was the last
        in(() -> database.sql("update billing_run set state = 'SIMULATING', is_paused = true where id = ?")
                .param(run.value())
                .update());
        in(() -> store.end(run, RunState.SIMULATING, RunState.SIMULATED));
        assertThat(in(() -> runs.progress(run)).isPaused()).isFalse();

        issued(run);
    }

    private RunId simulated() {
        var terms = new RunTerms(
                RunKind.ACTUAL, HALF_YEAR, HALF_YEAR.until(), LocalDate.of(2026, 7, 1), LocalDate.of(2026, 7, 31));
        var run = in(() -> runs.order(terms, new Perimeter(Perimeter.Kind.ROUND, List.of(rows.round())), "staff:anne"));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> in(() -> runs.progress(run)).state() == RunState.SIMULATED);
        return run;
    }

    private void issued(RunId run) {
        in(() -> {
            runs.validate(run, "staff:anne");
            return run;
        });
        await().atMost(Duration.ofSeconds(30))
                .until(() -> in(() -> runs.progress(run)).state() == RunState.ISSUED);
    }

    private List<ParkingReason> parked(RunId run) {
        return in(() -> database.sql("select reason from billing_parked where run_id = ?")
                .param(run.value())
                .query(ParkingReason.class)
                .list());
    }

    private List<String> invoices(AgreementId agreement) {
        return in(() -> database.sql("select number from invoice where agreement_id = ?")
                .param(agreement.value())
                .query(String.class)
                .list());
    }

    private List<Long> lastNumbers() {
        return in(() -> database.sql("select last_number from invoice_series order by series")
                .query(Long.class)
                .list());
    }

    private <T> T in(Supplier<T> work) {
        return TenantContext.callAs(SIEGVO, () -> transaction.execute(status -> work.get()));
    }
}
