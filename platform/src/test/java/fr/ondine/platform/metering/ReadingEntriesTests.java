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
import fr.ondine.testing.StatementCount;
import fr.ondine.testing.Utilities;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A place that uses 120 m³ a year, fitted at 1 180 m³ a year ago and read at 1 240 m³ half a year ago. */
@PlatformTest
class ReadingEntriesTests {

    /** The contract, its meters, their readings and what is billed of them. */
    private static final int STATEMENTS = 4;

    private static final CurrentStaff PAUL =
            ProvenStaff.of(SIEGVO.slug(), UUID.randomUUID(), "paul@b.fr", "Paul", StaffRole.AGENT, 1);

    @Autowired
    ReadingEntries entries;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    StatementCount statements;

    @Autowired
    Clock clock;

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
    void a_plausible_reading_is_kept_to_the_litre() {
        assertThat(enter(today, "1 299,250", false)).isInstanceOfSatisfying(EntryOutcome.Kept.class, kept -> {
            assertThat(kept.judgement().volume()).isEqualTo(new Volume(59_250));
            assertThat(kept.judgement().doubt()).isEmpty();
        });
        assertThat(latest()).isEqualTo(reading(today, 1_299_250));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1284.5", "1.284", "12,3456", "-3", "douze", "", "1 284 m3"})
    void what_is_no_register_is_refused_and_nothing_is_kept(String typed) {
        refused(today, typed, "register-not-a-number");
    }

    @Test
    void a_day_that_is_to_come_or_missing_is_refused() {
        refused(today.plusDays(1), "1299", "day-in-future");
        refused(null, "1299", "day-missing");
    }

    @Test
    void a_day_without_a_meter_is_refused() {
        refused(today.minusDays(366), "1150", "no-meter");
    }

    @Test
    void a_register_below_the_last_one_is_refused_unless_the_wheels_can_have_started_again() {
        refused(today, "1239", "below-last");
        in(() -> {
            place.run("update reading set register_value = 99970000 where meter_id = ?", meter);
            place.run("update meter_installation set install_register = 99910000 where meter_id = ?", meter);
            return place;
        });
        assertThat(enter(today, "30", false))
                .isInstanceOfSatisfying(
                        EntryOutcome.Kept.class,
                        kept -> assertThat(kept.judgement().volume()).isEqualTo(Volume.ofCubicMetres(60)));
    }

    @Test
    void more_black_digits_than_the_meter_has_are_refused() {
        refused(today, "100000", "register-too-long");
    }

    @Test
    void a_register_above_one_that_was_read_later_is_refused() {
        refused(today.minusDays(200), "1241", "above-next");
        assertThat(enter(today.minusDays(200), "1234", false)).isInstanceOf(EntryOutcome.Kept.class);
    }

    @Test
    void an_unusual_volume_is_asked_for_a_second_time_with_its_figures_and_then_kept_as_confirmed() {
        assertThat(enter(today, "1600", false)).isInstanceOfSatisfying(EntryOutcome.Doubted.class, doubted -> {
            assertThat(doubted.judgement().volume()).isEqualTo(Volume.ofCubicMetres(360));
            assertThat(doubted.judgement().usual()).contains(new Volume(59_672));
            assertThat(doubted.judgement().doubt()).contains(Doubt.FAR_ABOVE_USUAL);
        });
        assertThat(found().known()).hasSize(1);

        assertThat(enter(today, "1600", true)).isInstanceOf(EntryOutcome.Kept.class);
        assertThat(in(() -> database.sql("select confirmed_by from reading_doubt join reading r on r.id = reading_id"
                                + " where meter_id = ?")
                        .param(meter)
                        .query(String.class)
                        .single()))
                .isEqualTo(PAUL.actor());
    }

    @Test
    void a_second_reading_of_the_day_does_not_take_the_place_of_the_first_unsaid() {
        enter(today, "1299", false);
        refused(today, "1300", "already", 2);
    }

    @Test
    void days_that_are_billed_take_no_reading_any_more() {
        in(() -> {
            billed(today.minusDays(100));
            return place;
        });
        refused(today.minusDays(100), "1262", "billed");
        refused(today, "1239", "below-billed");
        assertThat(enter(today.minusDays(99), "1262", false)).isInstanceOf(EntryOutcome.Kept.class);
    }

    @Test
    void an_invoice_by_import_billed_nothing_of_after_its_own_day() {
        in(() -> {
            StaffReadings.imported(database, place.agreement(), today.minusDays(100), today.minusDays(90));
            return place;
        });
        refused(today.minusDays(90), "1262", "billed");
        assertThat(enter(today.minusDays(89), "1262", false)).isInstanceOf(EntryOutcome.Kept.class);
    }

    @Test
    void what_was_entered_is_in_the_audit_trail() {
        enter(today, "1299", false);
        assertThat(in(() -> database.sql("select detail from audit_entry where actor = ? and action = 'reading.entered'"
                                + " order by occurred_at desc limit 1")
                        .param(PAUL.actor())
                        .query(String.class)
                        .single()))
                .isEqualTo("agreement:" + place.agreement().value());
    }

    @Test
    void a_contract_is_found_by_its_number_or_by_the_serial_of_its_meter() {
        var number = place.agreement().value().toString();
        assertThat(in(() -> entries.find(PAUL, number))).singleElement().satisfies(one -> {
            assertThat(one.id()).isEqualTo(place.agreement());
            assertThat(one.holder()).isEqualTo("Martin");
        });
        assertThat(in(() -> entries.find(PAUL, " " + MeteredPlace.serial(meter).toUpperCase(Locale.ROOT) + "\0")))
                .extracting(ReadAgreement::id)
                .containsExactly(place.agreement());
        assertThat(in(() -> entries.find(PAUL, "12 pommes"))).isEmpty();
    }

    @Test
    void many_meters_and_readings_take_no_more_queries_than_one() {
        in(() -> {
            for (var years = 2; years < 12; years++) {
                var old = place.fit(today.minusYears(years + 1L), 0);
                place.read(old, today.minusYears(years).minusDays(30), 90);
                place.remove(old, today.minusYears(years), 100);
            }
            return place;
        });
        assertThat(in(() -> statements.of(() -> assertThat(entries.place(PAUL, place.agreement())
                                .orElseThrow()
                                .known())
                        .hasSize(11))))
                .isEqualTo(STATEMENTS);
    }

    @Test
    void nobody_of_another_utility_reads_or_enters_anything() {
        var stranger =
                ProvenStaff.of(Utilities.ILEO.slug(), UUID.randomUUID(), "eve@b.fr", "Eve", StaffRole.ADMINISTRATOR, 1);
        assertThatThrownBy(() -> in(() -> entries.place(stranger, place.agreement())))
                .isInstanceOf(RoleMissing.class);
        assertThatThrownBy(() -> in(() -> entries.find(stranger, "1"))).isInstanceOf(RoleMissing.class);
        assertThatThrownBy(() -> in(() -> entries.enter(
                        stranger, place.agreement(), new NewReading(today, "1299", ReadingSource.AGENT), true)))
                .isInstanceOf(RoleMissing.class);
    }

    private void billed(LocalDate until) {
        StaffReadings.bill(database, place.agreement(), MeteredPlace.serial(meter), until);
    }

    private void refused(@Nullable LocalDate day, String register, String why) {
        refused(day, register, why, 1);
    }

    private void refused(@Nullable LocalDate day, String register, String why, int kept) {
        assertThatThrownBy(() -> enter(day, register, true))
                .isInstanceOfSatisfying(
                        ReadingRefused.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("metering.refused." + why));
        assertThat(found().known()).hasSize(kept);
    }

    private EntryOutcome enter(@Nullable LocalDate day, String register, boolean confirmed) {
        return in(() ->
                entries.enter(PAUL, place.agreement(), new NewReading(day, register, ReadingSource.AGENT), confirmed));
    }

    private ReadPlace found() {
        return in(() -> entries.place(PAUL, place.agreement())).orElseThrow();
    }

    private Reading latest() {
        return List.copyOf(found().known()).getFirst().reading();
    }

    private Reading reading(LocalDate day, long litres) {
        return new Reading(
                MeteredPlace.serial(meter), day, new Volume(litres), ReadingSource.AGENT, ReadingQuality.ACTUAL);
    }

    private <T> T in(Supplier<T> work) {
        return TenantContext.callAs(SIEGVO, () -> transaction.execute(status -> work.get()));
    }
}
