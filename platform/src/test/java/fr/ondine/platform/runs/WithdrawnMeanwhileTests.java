package fr.ondine.platform.runs;

import static fr.ondine.testing.Utilities.SIEGVO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.kernel.Period;
import fr.ondine.platform.kernel.Volume;
import fr.ondine.platform.metering.CheckedReadings;
import fr.ondine.platform.metering.ReadingId;
import fr.ondine.platform.metering.ReadingRefused;
import fr.ondine.platform.metering.SeenReading;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.StaffRole;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.testing.PlatformTest;
import fr.ondine.testing.ProvenStaff;
import fr.ondine.testing.Waiters;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PlatformTest
class WithdrawnMeanwhileTests {

    private static final Period HALF_YEAR = new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 7, 1));
    private static final CurrentStaff PAUL =
            ProvenStaff.of(SIEGVO.slug(), UUID.randomUUID(), "paul@b.fr", "Paul", StaffRole.AGENT, 1);

    @Autowired
    BillingRuns runs;

    @Autowired
    CheckedReadings checked;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    private BilledRows rows;
    private AgreementId agreement;
    private RunId run;

    @BeforeEach
    void a_run_that_is_simulated() {
        rows = in(() -> BilledRows.of(database));
        agreement = in(() -> rows.agreement(60));
        var day = HALF_YEAR.until();
        run = in(() -> runs.order(
                new RunTerms(RunKind.ACTUAL, HALF_YEAR, day, day, day.plusDays(30)),
                new Perimeter(Perimeter.Kind.ROUND, List.of(rows.round())),
                "staff:anne"));
        reaches(RunState.SIMULATED);
    }

    @Test
    void what_is_withdrawn_after_it_was_computed_and_before_it_is_written_is_not_billed() {
        in(() -> {
            // the chunk is computed by then, and waits for a number
            database.sql("lock table invoice_series in exclusive mode").update();
            apart(this::validate).join();
            Waiters.forUs(database);
            apart(this::setAside).join();
            return run;
        });

        reaches(RunState.ISSUED);
        assertThat(invoices()).isZero();
        assertThat(in(() -> database.sql("select reason from billing_parked where run_id = ?")
                        .param(run.value())
                        .query(ParkingReason.class)
                        .single()))
                .isEqualTo(ParkingReason.CHANGED);
    }

    @Test
    void what_is_being_written_into_an_invoice_is_not_withdrawn_any_more() throws Exception {
        var withdrawal = in(() -> {
            // the chunk writes its invoices, which refer to their agreement
            database.sql("select id from agreement where id = ? for update")
                    .param(agreement.value())
                    .query(UUID.class)
                    .single();
            apart(this::validate).join();
            Waiters.forUs(database);
            var deed = apart(this::setAside);
            Waiters.forAdvisoryLock(database);
            return deed;
        });

        assertThat(withdrawal.handle((done, failed) -> failed).get(9, TimeUnit.SECONDS))
                .hasCauseInstanceOf(ReadingRefused.class)
                .hasMessageContaining("billed");
        reaches(RunState.ISSUED);
        assertThat(invoices()).isOne();
    }

    private void validate() {
        in(() -> {
            runs.validate(run, "staff:anne");
            return run;
        });
    }

    private void setAside() {
        in(() -> {
            var id = database.sql("select id from reading where meter_id = ? and read_on = date '2026-06-29'")
                    .param(rows.meter(agreement))
                    .query(UUID.class)
                    .single();
            checked.setAside(PAUL, new SeenReading(new ReadingId(id), Volume.ofCubicMetres(160)), "Mal lu");
            return id;
        });
    }

    private static CompletableFuture<Void> apart(Runnable deed) {
        return CompletableFuture.runAsync(deed, Thread::startVirtualThread);
    }

    private int invoices() {
        return in(() -> database.sql("select count(*) from invoice where agreement_id = ?")
                .param(agreement.value())
                .query(Integer.class)
                .single());
    }

    private void reaches(RunState state) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> in(() -> runs.progress(run)).state() == state);
    }

    private <T> T in(Supplier<T> work) {
        return TenantContext.callAs(SIEGVO, () -> transaction.execute(status -> work.get()));
    }
}
