package fr.ondine.platform.metering;

import static fr.ondine.testing.Utilities.SIEGVO;
import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.platform.kernel.Volume;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.testing.PlatformTest;
import fr.ondine.testing.StatementCount;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A place that one holder left a year ago and another has had since, each with a yearly reading by the service. */
@PlatformTest
class ConsumptionTests {

    /** One for the meters, one for the readings, one for the tenant's role at the beginning of the transaction. */
    private static final int STATEMENTS = 3;

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

    private LocalDate today;
    private LocalDate moved;
    private MeteredPlace place;
    private UUID meter;

    @BeforeEach
    void two_holders_one_after_the_other() {
        today = TenantContext.callAs(SIEGVO, () -> LocalDate.now(clock));
        moved = today.minusDays(365);
        place = in(() -> MeteredPlace.of(database));
        meter = in(() -> place.fit(today.minusDays(1095), 0));
        run(() -> place.read(meter, today.minusDays(730), 100));
        run(() -> place.read(meter, moved.minusDays(1), 200));
        run(() -> place.read(meter, today.minusDays(10), 700));
    }

    @Test
    void who_left_sees_what_was_read_until_then_and_no_warning() {
        var former = of(today.minusDays(1200), moved.minusDays(1));
        assertThat(former.readings()).extracting(Reading::register).containsExactly(cubic(200), cubic(100));
        assertThat(former.meter().orElseThrow().last()).map(Reading::register).contains(cubic(200));
        assertThat(former.history().periods()).hasSize(2);
        assertThat(former.history().litresPerDay().orElseThrow().litres()).isLessThan(300);
        assertThat(former.history().isAbnormal()).isFalse();
    }

    @Test
    void who_lives_there_sees_what_was_read_since_they_came() {
        var current = of(moved, null);
        assertThat(current.readings()).extracting(Reading::register).containsExactly(cubic(700));
        assertThat(current.meter().orElseThrow().last()).map(Reading::register).contains(cubic(700));
        assertThat(current.history().periods()).isEmpty();
        assertThat(current.history().litresPerDay()).isEmpty();
    }

    @Test
    void who_lived_there_all_along_sees_everything_and_is_warned() {
        var only = of(today.minusDays(1200), null);
        assertThat(only.readings()).hasSize(3);
        assertThat(only.history().isAbnormal()).isTrue();
    }

    @Test
    void the_meter_that_was_fitted_after_a_holder_left_is_not_named_to_them() {
        run(() -> place.remove(meter, today.minusDays(5), 702));
        var fitted = in(() -> place.fit(today.minusDays(5), 0));
        assertThat(serial(of(today.minusDays(1200), moved.minusDays(1)))).isEqualTo(MeteredPlace.serial(meter));
        assertThat(serial(of(moved, null))).isEqualTo(MeteredPlace.serial(fitted));
    }

    @Test
    void a_meter_that_is_still_unread_is_told_by_what_it_showed_when_it_was_fitted() {
        run(() -> place.remove(meter, today.minusDays(5), 702));
        run(() -> place.fit(today.minusDays(5), 4));
        var state = of(moved, null).meter().orElseThrow();
        assertThat(state.last()).map(Reading::register).contains(cubic(4));
        assertThat(state.unread()).isTrue();
    }

    @Test
    void before_an_agreement_begins_its_holder_sees_no_meter() {
        assertThat(of(today.plusDays(1), null).meter()).isEmpty();
        assertThat(of(today, null).meter()).isPresent();
    }

    @Test
    void what_a_meter_showed_at_another_place_is_that_places() {
        var other = in(() -> MeteredPlace.of(database));
        run(() -> place.remove(meter, today.minusDays(5), 702));
        run(() -> other.fit(meter, today.minusDays(4), 702));
        run(() -> other.read(meter, today.minusDays(1), 705));
        assertThat(of(today.minusDays(1200), null).readings()).hasSize(3);
        assertThat(in(() -> consumption.of(other.occupancy(today.minusDays(1200), null)))
                        .readings())
                .extracting(Reading::register)
                .containsExactly(cubic(705));
    }

    @Test
    void many_meters_and_readings_take_no_more_queries_than_one() {
        assertThat(counted()).isEqualTo(STATEMENTS);
        run(() -> {
            for (var years = 20; years < 40; years++) {
                var old = place.fit(today.minusYears(years + 1L), 0);
                place.read(old, today.minusYears(years).minusDays(30), 90);
                place.remove(old, today.minusYears(years), 100);
            }
        });
        assertThat(of(today.minusYears(50), null).readings()).hasSize(23);
        assertThat(counted()).isEqualTo(STATEMENTS);
    }

    private int counted() {
        var all = place.occupancy(today.minusYears(50), null);
        return TenantContext.callAs(SIEGVO, () -> statements.of(() -> consumption.of(all)));
    }

    private MeteredUse of(LocalDate first, LocalDate last) {
        return in(() -> consumption.of(place.occupancy(first, last)));
    }

    private static String serial(MeteredUse use) {
        return use.meter().orElseThrow().meter().serial();
    }

    private static Volume cubic(long metres) {
        return Volume.ofCubicMetres(metres);
    }

    private void run(Runnable work) {
        TenantContext.runAs(SIEGVO, () -> transaction.executeWithoutResult(status -> work.run()));
    }

    private <T> T in(Supplier<T> work) {
        return TenantContext.callAs(SIEGVO, () -> transaction.execute(status -> work.get()));
    }
}
