package fr.ondine.platform.metering;

import static fr.ondine.testing.Utilities.SIEGVO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.platform.kernel.Volume;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.RoleMissing;
import fr.ondine.platform.staff.StaffRole;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.testing.PlatformTest;
import fr.ondine.testing.ProvenStaff;
import fr.ondine.testing.Utilities;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A place that uses 120 m³ a year, read at 1 240 m³ half a year ago, whose meter is exchanged today. */
@PlatformTest
class MeterExchangesTests {

    private static final CurrentStaff PAUL = of(SIEGVO.slug());

    @Autowired
    MeterExchanges exchanges;

    @Autowired
    ReadingEntries entries;

    @Autowired
    PlaceReadings readings;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    private final String serial = UUID.randomUUID().toString();
    private MeteredPlace place;
    private UUID meter;
    private LocalDate today;

    @BeforeEach
    void a_place_with_a_year_of_readings() {
        today = in(() -> LocalDate.now(clock));
        place = in(() -> MeteredPlace.of(database));
        meter = in(() -> place.fit(today.minusDays(365), 1_180));
        in(() -> {
            place.read(meter, today.minusDays(182), 1_240);
            return place;
        });
    }

    @Test
    void the_old_meter_is_removed_and_the_new_one_is_in_place_the_same_day() {
        assertThat(exchange(today, "1299,5", serial, "0,2", false)).isInstanceOf(ExchangeOutcome.Done.class);
        var found = found();
        assertThat(found.inPlace()).hasValueSatisfying(fitted -> {
            assertThat(fitted.serial()).isEqualTo(serial);
            assertThat(fitted.installedOn()).isEqualTo(today);
            assertThat(fitted.installRegister()).isEqualTo(new Volume(200));
        });
        assertThat(found.meters().getFirst().removedOn()).isEqualTo(today);
        assertThat(found.meters().getFirst().removalRegister()).isEqualTo(new Volume(1_299_500));
        assertThat(in(() -> database.sql("select count(*) from audit_entry where action = 'meter.exchanged'"
                                + " and actor = ? and subject = ?")
                        .params(PAUL.actor(), "agreement:" + place.agreement().value())
                        .query(Long.class)
                        .single()))
                .isOne();
    }

    @Test
    void an_unusual_last_use_is_asked_for_a_second_time() {
        assertThat(exchange(today, "1600", serial, "0", false)).isInstanceOf(ExchangeOutcome.Doubted.class);
        assertThat(found().meters()).hasSize(1);
        assertThat(exchange(today, "1600", serial, "0", true)).isInstanceOf(ExchangeOutcome.Done.class);
    }

    @Test
    void what_staff_confirmed_of_the_old_meter_is_plausible_for_billing_too() {
        exchange(today, "1600", serial, "0", true);
        var billed = in(() -> readings.at(List.of(place.point().value()), today.minusYears(2), clock.instant()));
        assertThat(billed.get(place.point().value()).confirmed())
                .extracting(one -> one.register().wholeCubicMetres())
                .containsExactly(1_600L);
    }

    @Test
    void the_new_meter_has_the_diameter_of_the_old_one() {
        in(() -> database.sql("update meter set diameter_mm = 40 where id = ?")
                .param(meter)
                .update());
        exchange(today, "1299", serial, "0", false);
        assertThat(in(() -> database.sql("select diameter_mm from meter where serial = ?")
                        .param(serial)
                        .query(Integer.class)
                        .single()))
                .isEqualTo(40);
    }

    @Test
    void a_meter_is_at_one_place_at_a_time_however_its_serial_is_typed() {
        var used = in(() -> {
            var other = MeteredPlace.of(database);
            var moved = other.fit(today.minusDays(90), 0);
            other.remove(moved, today.minusDays(9), 10);
            return moved;
        });
        var typed = MeteredPlace.serial(used).toUpperCase(java.util.Locale.ROOT);
        refused("fitted-elsewhere", today.minusDays(10), "1299", typed, "0");
        refused("fitted-elsewhere", today.minusDays(90), "1299", typed, "0");
        refused("fitted-elsewhere", today.minusDays(91), "1299", typed, "0");
        refused("fitted-elsewhere", today, "1299", MeteredPlace.serial(meter), "0");
        assertThat(exchange(today.minusDays(9), "1299", typed, "10", true)).isInstanceOf(ExchangeOutcome.Done.class);
        assertThat(found().inPlace()).map(MeterInstallation::meterId).contains(used);
    }

    @Test
    void what_cannot_have_been_so_is_refused_and_nothing_is_changed() {
        var elsewhere = in(() -> MeteredPlace.serial(MeteredPlace.of(database).fit(today.minusDays(9), 0)));
        refused("day-in-future", today.plusDays(1), "1299", serial, "0");
        refused("day-missing", null, "1299", serial, "0");
        refused("read-since", today.minusDays(183), "1239", serial, "0");
        refused("below-last", today, "1239", serial, "0");
        refused("register-not-a-number", today, "beaucoup", serial, "0");
        refused("serial-missing", today, "1299", " ", "0");
        refused("serial-too-long", today, "1299", "9".repeat(61), "0");
        refused("fitted-elsewhere", today, "1299", elsewhere, "0");
        refused("fitting-not-a-number", today, "1299", serial, "0.2");
        refused("fitting-too-long", today, "1299", serial, "100000");
    }

    @Test
    void nobody_of_another_utility_exchanges_anything() {
        assertThatThrownBy(() -> in(() -> exchanges.exchange(
                        of(Utilities.ILEO.slug()),
                        place.agreement(),
                        new NewMeter(today, "1299", serial, 5, "0"),
                        true)))
                .isInstanceOf(RoleMissing.class);
    }

    private void refused(String why, @Nullable LocalDate day, String removal, String with, String fitting) {
        assertThatThrownBy(() -> exchange(day, removal, with, fitting, true))
                .isInstanceOfSatisfying(
                        ReadingRefused.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("metering.refused." + why));
        assertThat(found().meters())
                .singleElement()
                .satisfies(one -> assertThat(one.isInPlace()).isTrue());
    }

    private ExchangeOutcome exchange(
            @Nullable LocalDate day, String removal, String with, String fitting, boolean confirmed) {
        return in(() ->
                exchanges.exchange(PAUL, place.agreement(), new NewMeter(day, removal, with, 5, fitting), confirmed));
    }

    private ReadPlace found() {
        return in(() -> entries.place(PAUL, place.agreement())).orElseThrow();
    }

    private static CurrentStaff of(String utility) {
        return ProvenStaff.of(utility, UUID.randomUUID(), "paul@b.fr", "Paul", StaffRole.AGENT, 1);
    }

    private <T> T in(Supplier<T> work) {
        return TenantContext.callAs(SIEGVO, () -> transaction.execute(status -> work.get()));
    }
}
