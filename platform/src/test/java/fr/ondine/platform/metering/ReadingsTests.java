package fr.ondine.platform.metering;

import static fr.ondine.testing.Utilities.SIEGVO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.platform.customers.UnknownAgreement;
import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.kernel.Period;
import fr.ondine.platform.kernel.Volume;
import fr.ondine.platform.network.ServicePointId;
import fr.ondine.platform.tenancy.Preview;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.tenantconfig.ConfigurationEdit;
import fr.ondine.tenantconfig.TenantConfigReader;
import fr.ondine.testing.PlatformTest;
import fr.ondine.testing.Rows;
import fr.ondine.testing.StatementCount;
import fr.ondine.testing.Utilities;
import fr.ondine.testing.Waiters;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A place that uses 120 m³ a year, read at 1 240 m³ half a year ago. */
@PlatformTest
class ReadingsTests {

    /** One for the agreement, two for meters and readings, one for the tenant's role at the transaction's beginning. */
    private static final int STATEMENTS = 4;

    @Autowired
    Readings readings;

    @Autowired
    Consumption consumption;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    StatementCount statements;

    @Autowired
    Clock clock;

    private MeteredPlace place;
    private UserId holder;
    private UUID meter;
    private LocalDate today;

    @BeforeEach
    void a_place_with_a_year_of_readings() {
        today = as(() -> LocalDate.now(clock));
        place = in(() -> MeteredPlace.of(database));
        holder = in(place::holder);
        meter = in(() -> place.fit(today.minusDays(365), 1_180));
        run(() -> place.read(meter, today.minusDays(182), 1_240));
    }

    @Test
    void a_plausible_reading_is_kept_with_its_volume() {
        assertThat(accepted(1_299, false)).isEqualTo(59);
        var last = known().getFirst();
        assertThat(last.register()).isEqualTo(Volume.ofCubicMetres(1_299));
        assertThat(last.source()).isEqualTo(ReadingSource.CUSTOMER);
    }

    @Test
    void a_reading_below_the_last_one_is_refused_and_nothing_is_kept() {
        assertThatThrownBy(() -> submit(1_239, true)).isInstanceOf(ReadingBelowLast.class);
        assertThat(known()).hasSize(1);
    }

    @Test
    void an_unusual_volume_is_kept_only_when_confirmed() {
        assertThat(submit(1_400, false)).isInstanceOf(SubmissionOutcome.NeedsConfirmation.class);
        assertThat(known()).hasSize(1);
        assertThat(accepted(1_400, true)).isEqualTo(160);
    }

    @Test
    void an_unusually_small_volume_is_asked_for_again_too() {
        assertThat(submit(1_250, false))
                .isInstanceOfSatisfying(
                        SubmissionOutcome.NeedsConfirmation.class,
                        asked -> assertThat(asked.isMoreThanExpected()).isFalse());
    }

    @Test
    void a_volume_over_five_times_the_usual_one_is_refused_even_when_confirmed() {
        assertThatThrownBy(() -> submit(1_600, true)).isInstanceOf(ReadingImplausible.class);
    }

    @Test
    void more_black_digits_than_the_meter_has_are_refused() {
        assertThatThrownBy(() -> submit(100_000, true)).isInstanceOf(ReadingTooLong.class);
    }

    @Test
    void wheels_that_started_again_are_understood() {
        run(() -> place.run("update reading set register_value = 99970000 where meter_id = ?", meter));
        run(() -> place.run("update meter_installation set install_register = 99910000 where meter_id = ?", meter));
        assertThat(accepted(30, false)).isEqualTo(60);
    }

    @Test
    void a_second_reading_of_the_day_corrects_the_first() {
        accepted(1_305, false);
        assertThat(accepted(1_295, false)).isEqualTo(55);
        assertThat(known()).hasSize(2);
    }

    @Test
    void a_reading_that_is_billed_is_not_replaced_any_more() {
        accepted(1_305, false);
        run(() -> StaffReadings.bill(database, place.agreement(), MeteredPlace.serial(meter), today));
        assertThatThrownBy(() -> submit(1_295, false)).isInstanceOf(ReadingAlreadyBilled.class);
        assertThat(known().getFirst().register()).isEqualTo(Volume.ofCubicMetres(1_305));
        assertThat(submit(1_305, false)).isInstanceOf(SubmissionOutcome.Accepted.class);
    }

    @Test
    void of_two_that_are_sent_at_once_each_stays_on_file() throws Exception {
        var second = new CompletableFuture<SubmissionOutcome>();
        run(() -> {
            send(holder, place, 1_305, false);
            Thread.startVirtualThread(() -> second.completeAsync(() -> submit(1_295, false), Runnable::run));
            Waiters.forUs(database);
        });
        second.get(9, TimeUnit.SECONDS);
        assertThat(in(() -> database.sql("select register_value from withdrawn_reading where meter_id = ?")
                        .param(meter)
                        .query(Long.class)
                        .list()))
                .containsExactly(1_305_000L);
        assertThat(known().getFirst().register()).isEqualTo(Volume.ofCubicMetres(1_295));
    }

    @Test
    void a_place_whose_meter_was_removed_takes_no_reading() {
        run(() -> place.remove(meter, today, 1_250));
        assertThatThrownBy(() -> submit(1_300, false)).isInstanceOf(NoMeterInPlace.class);
    }

    @Test
    void sewerage_follows_the_water_meter_of_its_premise() {
        var sewerage = new ServicePointId(UUID.randomUUID());
        run(() -> place.run(
                "insert into service_point (id, reference, premise_id, service)"
                        + " select ?, ?, premise_id, 'SEWERAGE' from service_point where id = ?",
                sewerage.value(),
                sewerage.value().toString(),
                place.point().value()));
        assertThat(as(() -> consumption.readings(sewerage))).hasSize(1);
    }

    @Test
    void after_the_last_day_of_the_agreement_its_holder_sends_nothing_more() {
        run(() -> place.lasts(today.minusYears(2), today.minusDays(1)));
        assertThatThrownBy(() -> submit(1_299, true)).isInstanceOfSatisfying(AgreementNotInForce.class, refusal -> {
            assertThat(refusal.code()).isEqualTo("metering.agreement-over");
            assertThat(refusal.arguments()).containsExactly(today.minusDays(1));
        });
        assertThatThrownBy(() -> as(() -> readings.meter(holder, place.agreement())))
                .isInstanceOf(AgreementNotInForce.class);
        assertThat(known()).hasSize(1);
    }

    @Test
    void on_the_first_and_the_last_day_of_the_agreement_its_holder_may_send_one() {
        run(() -> place.lasts(today, today));
        assertThat(submit(1_299, false)).isInstanceOf(SubmissionOutcome.Accepted.class);
    }

    @Test
    void before_the_first_day_of_the_agreement_its_holder_sends_nothing_yet() {
        run(() -> place.lasts(today.plusDays(1), null));
        assertThatThrownBy(() -> submit(1_299, true))
                .isInstanceOfSatisfying(
                        AgreementNotInForce.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("metering.agreement-not-begun"));
        assertThat(known()).hasSize(1);
    }

    @Test
    void a_utility_that_takes_no_readings_is_sent_none() {
        var without = TenantConfigReader.read(Utilities.yaml(SIEGVO).replace("customer-readings, ", ""));
        assertThatThrownBy(() -> as(() -> Preview.callWith(without, () -> send(holder, place, 1_299, true))))
                .isInstanceOf(ReadingsNotTaken.class);
        assertThat(known()).hasSize(1);
    }

    @Test
    void outside_the_windows_nothing_is_kept_and_the_next_one_is_named() {
        var next = Period.ofDays(today.plusDays(1), today.plusDays(31));
        assertThatThrownBy(() -> during(next, () -> send(holder, place, 1_299, true)))
                .isInstanceOfSatisfying(
                        ReadingWindowClosed.class,
                        refusal -> assertThat(refusal.arguments()).containsExactly(next));
        assertThatThrownBy(() -> during(next, () -> readings.meter(holder, place.agreement())))
                .isInstanceOf(ReadingWindowClosed.class);
        assertThat(known()).hasSize(1);
    }

    @Test
    void on_the_first_and_the_last_day_of_a_window_a_reading_is_kept() {
        during(Period.ofDays(today, today.plusDays(31)), () -> send(holder, place, 1_299, false));
        assertThat(known().getFirst().register()).isEqualTo(Volume.ofCubicMetres(1_299));
        during(Period.ofDays(today.minusDays(31), today), () -> send(holder, place, 1_300, false));
        assertThat(known().getFirst().register()).isEqualTo(Volume.ofCubicMetres(1_300));
    }

    @Test
    void a_stranger_sends_nothing() {
        var stranger = in(() -> new Rows(database).user());
        assertThatThrownBy(() -> as(() -> send(stranger, place, 1_299, true))).isInstanceOf(UnknownAgreement.class);
        assertThat(known()).hasSize(1);
    }

    @Test
    void a_reading_of_the_day_is_corrected_by_the_holders_of_its_agreement_but_by_nobody_else() {
        run(() -> place.lasts(today.minusYears(2), today));
        accepted(1_305, false);
        var next = in(place::nextAgreement);
        run(() -> next.lasts(today, null));
        var successor = in(next::holder);
        assertThatThrownBy(() -> as(() -> send(successor, next, 1_295, true)))
                .isInstanceOf(ReadingOfSomebodyElse.class);
        assertThat(known().getFirst().register()).isEqualTo(Volume.ofCubicMetres(1_305));

        var spouse = in(place::holder);
        assertThat(as(() -> send(spouse, place, 1_300, false))).isInstanceOf(SubmissionOutcome.Accepted.class);
        assertThat(known().getFirst().register()).isEqualTo(Volume.ofCubicMetres(1_300));
    }

    @Test
    void a_meter_that_was_just_fitted_is_compared_with_what_it_showed_then() {
        run(() -> place.remove(meter, today.minusDays(60), 1_262));
        var fitted = in(() -> place.fit(today.minusDays(60), 3));
        var state = as(() -> readings.meter(holder, place.agreement())).before();
        assertThat(state.meter().meterId()).isEqualTo(fitted);
        assertThat(state.last()).map(Reading::register).contains(Volume.ofCubicMetres(3));
        assertThat(state.unread()).isTrue();
        assertThatThrownBy(() -> submit(2, true))
                .isInstanceOfSatisfying(
                        ReadingBelowLast.class,
                        refusal -> assertThat(refusal.arguments()).containsExactly(3L, today.minusDays(60)));
        assertThat(submit(80, false)).isInstanceOf(SubmissionOutcome.NeedsConfirmation.class);
        assertThat(accepted(24, false)).isEqualTo(21);
    }

    @Test
    void a_replaced_meter_that_was_read_is_compared_with_its_own_reading() {
        run(() -> place.remove(meter, today.minusDays(60), 1_262));
        var fitted = in(() -> place.fit(today.minusDays(60), 0));
        run(() -> place.read(fitted, today.minusDays(30), 9));
        var state = as(() -> readings.meter(holder, place.agreement())).before();
        assertThat(state.last()).map(Reading::register).contains(Volume.ofCubicMetres(9));
        assertThat(state.unread()).isFalse();
        assertThatThrownBy(() -> submit(8, true)).isInstanceOf(ReadingBelowLast.class);
    }

    @Test
    void a_new_holder_is_told_nothing_of_what_the_earlier_one_used() {
        run(() -> place.lasts(today.minusDays(30), null));
        assertThat(as(() -> readings.meter(holder, place.agreement())).before().last())
                .isEmpty();
        assertThatThrownBy(() -> submit(1_239, true))
                .isInstanceOfSatisfying(
                        ReadingBelowLast.class,
                        refusal -> assertThat(refusal.arguments()).isEmpty());
        assertThatThrownBy(() -> submit(1_600, true))
                .isInstanceOfSatisfying(
                        ReadingImplausible.class,
                        refusal -> assertThat(refusal.arguments()).isEmpty());
        assertThat(submit(1_400, false)).isEqualTo(new SubmissionOutcome.NeedsConfirmation(true, Optional.empty()));
        assertThat(submit(1_400, true))
                .isInstanceOfSatisfying(
                        SubmissionOutcome.Accepted.class,
                        accepted -> assertThat(accepted.sinceLast()).isEmpty());
    }

    @Test
    void many_meters_and_readings_take_no_more_queries_than_one() {
        assertThat(counted()).isEqualTo(STATEMENTS);
        run(() -> {
            for (var years = 2; years < 22; years++) {
                var old = place.fit(today.minusYears(years + 1L), 0);
                place.read(old, today.minusYears(years).minusDays(30), 90);
                place.remove(old, today.minusYears(years), 100);
            }
        });
        assertThat(known()).hasSize(21);
        assertThat(counted()).isEqualTo(STATEMENTS);
    }

    private int counted() {
        return as(() -> statements.of(() -> readings.meter(holder, place.agreement())));
    }

    private List<Reading> known() {
        return as(() -> consumption.readings(place.point()));
    }

    private long accepted(long cubicMetres, boolean confirmed) {
        var outcome = submit(cubicMetres, confirmed);
        assertThat(outcome).isInstanceOf(SubmissionOutcome.Accepted.class);
        return ((SubmissionOutcome.Accepted) outcome).sinceLast().orElseThrow().wholeCubicMetres();
    }

    private SubmissionOutcome submit(long cubicMetres, boolean confirmed) {
        return as(() -> send(holder, place, cubicMetres, confirmed));
    }

    private SubmissionOutcome send(UserId who, MeteredPlace where, long cubicMetres, boolean confirmed) {
        return readings.submit(who, where.agreement(), Volume.ofCubicMetres(cubicMetres), confirmed);
    }

    private static <T> T during(Period window, Supplier<T> work) {
        var days = Map.of("from", monthAndDay(window.from()), "to", monthAndDay(window.lastDay()));
        var yaml = new ConfigurationEdit(Utilities.yaml(SIEGVO)).with("readings.windows", List.of(days));
        return as(() -> Preview.callWith(TenantConfigReader.read(yaml.yaml()), work::get));
    }

    private static String monthAndDay(LocalDate day) {
        return day.toString().substring(5);
    }

    private void run(Runnable work) {
        as(() -> {
            transaction.executeWithoutResult(status -> work.run());
            return null;
        });
    }

    private <T> T in(Supplier<T> work) {
        return as(() -> transaction.execute(status -> work.get()));
    }

    private static <T> T as(Supplier<T> work) {
        return TenantContext.callAs(SIEGVO, work::get);
    }
}
