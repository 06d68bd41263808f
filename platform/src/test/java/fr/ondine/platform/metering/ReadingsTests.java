package fr.ondine.platform.metering;

import static fr.ondine.testing.Utilities.SIEGVO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.platform.kernel.Volume;
import fr.ondine.platform.network.ServicePointId;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.testing.PlatformTest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A place that uses 120 m³ a year, read at 1 240 m³ half a year ago. */
@PlatformTest
class ReadingsTests {

    @Autowired
    Readings readings;

    @Autowired
    Consumption consumption;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    private final ServicePointId point = new ServicePointId(UUID.randomUUID());
    private final UUID meter = UUID.randomUUID();
    private LocalDate today;

    @BeforeEach
    void a_place_with_a_year_of_readings() {
        today = as(() -> LocalDate.now(clock));
        var premise = UUID.randomUUID();
        run(
                "insert into premise (id, reference, street, postcode, city)"
                        + " values (?, ?, '1 rue du Puits', '57865', 'Amanvillers')",
                premise,
                premise.toString());
        run(
                "insert into service_point (id, reference, premise_id, service) values (?, ?, ?, 'WATER')",
                point.value(),
                point.value().toString(),
                premise);
        run("insert into meter (id, serial, dials) values (?, ?, 5)", meter, meter.toString());
        run(
                "insert into meter_installation (id, meter_id, service_point_id, installed_on, install_register)"
                        + " values (?, ?, ?, ?, ?)",
                UUID.randomUUID(),
                meter,
                point.value(),
                today.minusDays(365),
                1_180_000L);
        run(
                "insert into reading (id, meter_id, read_on, register_value, source, quality, recorded_at)"
                        + " values (?, ?, ?, ?, 'AGENT', 'ACTUAL', now())",
                UUID.randomUUID(),
                meter,
                today.minusDays(182),
                1_240_000L);
    }

    @Test
    void a_plausible_reading_is_kept_with_its_volume() {
        assertThat(accepted(1_299, false)).isEqualTo(59);
        var last = as(() -> consumption.lastReading(point)).orElseThrow();
        assertThat(last.register()).isEqualTo(Volume.ofCubicMetres(1_299));
        assertThat(last.source()).isEqualTo(ReadingSource.CUSTOMER);
    }

    @Test
    void a_reading_below_the_last_one_is_refused_and_nothing_is_kept() {
        assertThatThrownBy(() -> submit(1_239, true)).isInstanceOf(ReadingBelowLast.class);
        assertThat(as(() -> consumption.readings(point))).hasSize(1);
    }

    @Test
    void an_unusual_volume_is_kept_only_when_confirmed() {
        assertThat(submit(1_400, false)).isInstanceOf(SubmissionOutcome.NeedsConfirmation.class);
        assertThat(as(() -> consumption.readings(point))).hasSize(1);
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
        run("update reading set register_value = 99970000 where meter_id = ?", meter);
        run("update meter_installation set install_register = 99910000 where meter_id = ?", meter);
        assertThat(accepted(30, false)).isEqualTo(60);
    }

    @Test
    void a_second_reading_of_the_day_corrects_the_first() {
        accepted(1_305, false);
        assertThat(accepted(1_295, false)).isEqualTo(55);
        assertThat(as(() -> consumption.readings(point))).hasSize(2);
    }

    @Test
    void a_place_whose_meter_was_removed_takes_no_reading() {
        run(
                "update meter_installation set removed_on = ?, removal_register = 1250000 where meter_id = ?",
                today,
                meter);
        assertThatThrownBy(() -> submit(1_300, false)).isInstanceOf(NoMeterInPlace.class);
    }

    @Test
    void sewerage_follows_the_water_meter_of_its_premise() {
        var sewerage = new ServicePointId(UUID.randomUUID());
        run(
                "insert into service_point (id, reference, premise_id, service)"
                        + " select ?, ?, premise_id, 'SEWERAGE' from service_point where id = ?",
                sewerage.value(),
                sewerage.value().toString(),
                point.value());
        assertThat(as(() -> consumption.readings(sewerage))).hasSize(1);
    }

    private long accepted(long cubicMetres, boolean confirmed) {
        var outcome = submit(cubicMetres, confirmed);
        assertThat(outcome).isInstanceOf(SubmissionOutcome.Accepted.class);
        return ((SubmissionOutcome.Accepted) outcome).sinceLast().wholeCubicMetres();
    }

    private SubmissionOutcome submit(long cubicMetres, boolean confirmed) {
        return as(() -> readings.submit(point, null, Volume.ofCubicMetres(cubicMetres), confirmed));
    }

    private void run(String sql, Object... values) {
        as(() -> transaction.execute(status -> database.sql(sql).params(values).update()));
    }

    private static <T> T as(Supplier<T> work) {
        return TenantContext.callAs(SIEGVO, work::get);
    }
}
