package fr.ondine.platform.runs;

import static fr.ondine.testing.Utilities.SIEGVO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.kernel.Period;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.RoleMissing;
import fr.ondine.platform.staff.StaffRole;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.testing.PlatformTest;
import fr.ondine.testing.ProvenStaff;
import fr.ondine.testing.StatementCount;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PlatformTest
class ParkedAgreementsTests {

    private static final Period HALF_YEAR = new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 7, 1));
    private static final CurrentStaff ANNE = with(StaffRole.BILLER);

    @Autowired
    ParkedAgreements parked;

    @Autowired
    BillingRuns runs;

    @Autowired
    JdbcClient database;

    @Autowired
    StatementCount statements;

    @Autowired
    TransactionTemplate transaction;

    private BilledRows rows;

    @BeforeEach
    void a_round() {
        rows = in(() -> BilledRows.of(database));
    }

    @Test
    void what_is_set_aside_is_listed_by_reason_in_one_query_with_what_a_clerk_looks_for() {
        var leaking = leaking();
        in(() -> IntStream.range(0, ParkedAgreements.PAGE + 1)
                .mapToObj(count -> rows.agreement(-1))
                .toList());
        var run = simulated();

        assertThat(in(() -> parked.counts(ANNE, run)))
                .isEqualTo(Map.of(ParkingReason.NO_READING, ParkedAgreements.PAGE + 1, ParkingReason.IMPLAUSIBLE, 1));
        assertThat(list(run, Optional.of(ParkingReason.IMPLAUSIBLE)))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.agreement()).isEqualTo(leaking);
                    assertThat(one.holder()).isEqualTo("Martin");
                    assertThat(one.street()).isEqualTo("1 rue des Sources");
                    assertThat(one.detail()).isEqualTo("900000");
                    assertThat(one.isConfirmable()).isTrue();
                });
        in(() -> {
            assertThat(statements.of(() -> assertThat(
                                    parked.list(ANNE, run, Optional.empty(), 0).hasMore())
                            .isTrue()))
                    .isOne();
            assertThat(parked.list(ANNE, run, Optional.empty(), 1).rows()).hasSize(2);
            return run;
        });
    }

    @Test
    void a_volume_that_is_confirmed_is_billed_with_the_others_and_who_confirmed_it_is_kept() {
        var leaking = leaking();
        in(() -> rows.agreement(60));
        var run = simulated();

        assertThat(in(() -> parked.confirm(ANNE, run, leaking))).isTrue();

        var progress = in(() -> runs.progress(run));
        assertThat(progress.drafts()).isEqualTo(2);
        assertThat(progress.parked()).isZero();
        assertThat(progress.net()).as("twice 18.10, and 960 m³ at 2").isEqualTo(Money.euros("1956.20"));
        assertThat(list(run, Optional.empty())).isEmpty();
        attempt(() -> runs.validate(run, ANNE.actor()));
        awaitState(run, RunState.ISSUED);
        assertThat(in(() -> runs.progress(run)).issued()).isEqualTo(2);
        assertThat(in(() -> runs.progress(run)).parked()).isZero();
        assertThat(in(() -> database.sql("select confirmed_by from billing_parked where run_id = ?")
                        .param(run.value())
                        .query(String.class)
                        .single()))
                .isEqualTo(ANNE.actor());
    }

    @Test
    void what_is_not_in_doubt_or_no_longer_waits_is_not_confirmed() {
        var leaking = leaking();
        var unread = in(() -> rows.agreement(-1));
        var run = simulated();

        assertThatThrownBy(() -> in(() -> parked.confirm(ANNE, run, unread))).isInstanceOf(RunNotReady.class);
        in(() -> parked.confirm(ANNE, run, leaking));
        assertThatThrownBy(() -> in(() -> parked.confirm(ANNE, run, leaking))).isInstanceOf(RunNotReady.class);
        attempt(() -> runs.cancel(run));
        assertThatThrownBy(() -> in(() -> parked.confirm(ANNE, run, leaking))).isInstanceOf(RunNotReady.class);
    }

    @Test
    void a_register_that_went_backwards_is_not_to_be_confirmed() {
        var agreement = in(() -> rows.agreement(60));
        attempt(() -> rows.read(rows.meter(agreement), LocalDate.of(2026, 6, 30), 90_000));
        var run = simulated();

        assertThat(list(run, Optional.empty())).singleElement().satisfies(one -> {
            assertThat(one.reason()).isEqualTo(ParkingReason.IMPLAUSIBLE);
            assertThat(one.isConfirmable()).isFalse();
        });
    }

    @Test
    void what_was_repaired_elsewhere_is_simulated_again_and_the_rest_stays_aside() {
        var nameless = in(() -> rows.agreement(60));
        name(nameless, "");
        var unread = in(() -> rows.agreement(-1));
        var leaking = leaking();
        var run = simulated();
        in(() -> parked.confirm(ANNE, run, leaking));
        name(nameless, "Durand");

        attempt(() -> parked.again(ANNE, run));
        awaitState(run, RunState.SIMULATED);

        assertThat(in(() -> runs.progress(run)).drafts()).isEqualTo(2);
        assertThat(list(run, Optional.empty()))
                .extracting(ParkedAgreement::agreement)
                .containsExactly(unread);
        assertThat(in(() -> runs.progress(run)).parked()).isOne();
    }

    @Test
    void a_reading_taken_since_bills_what_was_set_aside_for_want_of_it_and_changes_no_draft() {
        var unread = in(() -> rows.agreement(-1));
        var billed = in(() -> rows.agreement(60));
        var run = simulated();
        in(() -> readNow(unread, 160_000) + readNow(billed, 170_000));

        attempt(() -> parked.again(ANNE, run));
        awaitState(run, RunState.SIMULATED);
        assertThat(list(run, Optional.empty())).isEmpty();
        assertThat(in(() -> runs.progress(run)).net())
                .as("twice 18.10, and 120 m³ at 2")
                .isEqualTo(Money.euros("276.20"));

        attempt(() -> runs.validate(run, ANNE.actor()));
        awaitState(run, RunState.ISSUED);
        assertThat(in(() -> runs.progress(run)).issued()).isEqualTo(2);
        assertThat(list(run, Optional.empty()))
                .as("what was simulated is what was issued")
                .isEmpty();
    }

    @Test
    void a_reading_taken_since_bills_nothing_before_it_is_simulated_again() {
        var unread = in(() -> rows.agreement(-1));
        in(() -> rows.agreement(60));
        var run = simulated();
        in(() -> readNow(unread, 160_000));

        attempt(() -> runs.validate(run, ANNE.actor()));
        awaitState(run, RunState.ISSUED);
        assertThat(in(() -> runs.progress(run)).issued()).isOne();
        assertThat(list(run, Optional.empty()))
                .singleElement()
                .satisfies(one -> assertThat(one.reason()).isEqualTo(ParkingReason.NO_READING));
    }

    @Test
    void nothing_is_simulated_again_where_nothing_is_set_aside() {
        in(() -> rows.agreement(60));
        var run = simulated();

        assertThatThrownBy(() -> attempt(() -> parked.again(ANNE, run))).isInstanceOf(RunNotReady.class);
        assertThat(in(() -> runs.progress(run)).drafts()).isOne();
    }

    @Test
    void whoever_does_not_bill_sees_and_repairs_nothing() {
        var agent = with(StaffRole.AGENT);
        var leaking = leaking();
        var run = simulated();

        assertThatThrownBy(() -> in(() -> parked.list(agent, run, Optional.empty(), 0)))
                .isInstanceOf(RoleMissing.class);
        assertThatThrownBy(() -> in(() -> parked.counts(agent, run))).isInstanceOf(RoleMissing.class);
        assertThatThrownBy(() -> in(() -> parked.confirm(agent, run, leaking))).isInstanceOf(RoleMissing.class);
        assertThatThrownBy(() -> attempt(() -> parked.again(agent, run))).isInstanceOf(RoleMissing.class);
    }

    /** Of the end of the period, and known since this moment alone. */
    private int readNow(AgreementId agreement, long litres) {
        return database.sql("insert into reading (id, meter_id, read_on, register_value, source, quality, recorded_at)"
                        + " values (?, ?, date '2026-06-30', ?, 'AGENT', 'ACTUAL', now())")
                .params(UUID.randomUUID(), rows.meter(agreement), litres)
                .update();
    }

    /** One that used 900 m³ in half a year, after 50 m³ in the whole year before. */
    private AgreementId leaking() {
        return in(() -> {
            var agreement = rows.agreement(900);
            rows.read(rows.meter(agreement), LocalDate.of(2025, 1, 1), 50_000);
            return agreement;
        });
    }

    private void name(AgreementId agreement, String name) {
        in(() -> database.sql(
                        "update customer set last_name = ? where id = (select customer_id from agreement where id = ?)")
                .params(name, agreement.value())
                .update());
    }

    private List<ParkedAgreement> list(RunId run, Optional<ParkingReason> reason) {
        return in(() -> parked.list(ANNE, run, reason, 0)).rows();
    }

    private RunId simulated() {
        var terms = new RunTerms(
                RunKind.ACTUAL, HALF_YEAR, HALF_YEAR.until(), LocalDate.of(2026, 7, 1), LocalDate.of(2026, 7, 31));
        var run = in(() -> runs.order(terms, new Perimeter(Perimeter.Kind.ROUND, List.of(rows.round())), ANNE.actor()));
        awaitState(run, RunState.SIMULATED);
        return run;
    }

    private void awaitState(RunId run, RunState state) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> in(() -> runs.progress(run)).state() == state);
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
