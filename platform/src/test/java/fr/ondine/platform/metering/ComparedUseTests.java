package fr.ondine.platform.metering;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.platform.kernel.Period;
import fr.ondine.platform.kernel.Volume;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ComparedUseTests {

    private static final Period SPRING = new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 6, 30));
    private static final MeterInstallation METER =
            new MeterInstallation(new UUID(0, 1), "A", 5, LocalDate.of(2020, 12, 1), new Volume(0), null, null);

    private final List<Reading> readings = new ArrayList<>();
    private Optional<Volume> ofZone = Optional.empty();

    @Test
    void more_than_twice_the_mean_of_the_same_days_in_the_three_years_before_is_abnormal() {
        threeYears();

        assertThat(use(124_000).mean()).contains(Volume.ofCubicMetres(62));
        assertThat(use(124_000).isAbnormal()).as("strictly more").isFalse();
        assertThat(use(124_001).isAbnormal()).isTrue();
    }

    @Test
    void what_exists_of_the_three_years_is_compared_with() {
        read("2024-01-01", 100);
        read("2024-06-29", 164);
        read("2025-01-01", 220);
        read("2025-06-30", 282);

        assertThat(use(400_000).mean()).contains(Volume.ofCubicMetres(63));
    }

    @Test
    void readings_of_other_days_are_taken_in_proportion() {
        read("2024-12-02", 100);
        read("2025-07-30", 340); // 1 m³ a day

        assertThat(use(400_000).mean()).contains(Volume.ofCubicMetres(180));
    }

    /** As where a meter is read once a year, on another day each time. */
    @Test
    void of_a_use_of_more_than_a_year_no_day_is_compared_with_itself() {
        read("2022-01-01", 0);
        read("2023-01-01", 100);
        read("2024-01-01", 200);
        read("2025-01-01", 300);
        read("2026-01-20", 1_300);
        var use = ComparedUse.of(
                List.of(METER),
                readings,
                new Period(LocalDate.parse("2025-01-01"), LocalDate.parse("2026-01-20")),
                Volume.ofCubicMetres(1_000),
                ofZone);

        // of 384 days: 100 m³ in 366, and 100 with 19 days more of 100 in 366 and in 365
        assertThat(use.mean()).contains(new Volume((104_918 + 105_191 + 105_205 + 1) / 3));
    }

    @Test
    void a_use_of_two_years_is_compared_with_what_was_used_before_them() {
        read("2021-01-01", 0);
        read("2022-01-01", 100);
        read("2023-01-01", 200);
        read("2024-01-01", 300);
        read("2026-01-01", 900);
        var twoYears = new Period(LocalDate.parse("2024-01-01"), LocalDate.parse("2026-01-01"));

        var use = ComparedUse.of(List.of(METER), readings, twoYears, Volume.ofCubicMetres(600), ofZone);

        assertThat(use.mean().orElseThrow().litres()).as("731 days").isBetween(200_000L, 200_600L);
        assertThat(use.isAbnormal()).isTrue();
    }

    @Test
    void a_place_without_history_is_compared_with_those_of_its_zone() {
        read("2026-01-01", 0);
        ofZone = Optional.of(new Volume(109_500));

        assertThat(use(108_001).isAbnormal()).isTrue();
        assertThat(use(108_001).isOfZone()).isTrue();
        assertThat(use(108_000).isAbnormal()).as("180 of 365 days").isFalse();
    }

    @Test
    void an_own_history_goes_before_the_zone() {
        threeYears();
        ofZone = Optional.of(Volume.ofCubicMetres(1));

        assertThat(use(124_000).isAbnormal()).isFalse();
        assertThat(use(124_000).isOfZone()).isFalse();
    }

    @Test
    void nobody_judges_without_anything_to_compare_with() {
        read("2026-01-01", 0);

        assertThat(use(400_000).mean()).isEmpty();
        assertThat(use(400_000).isAbnormal()).isFalse();
    }

    @Test
    void a_subscribers_reading_days_after_the_services_shows_what_was_used_since() {
        threeYears();
        sent("2026-01-20", 430);

        var use = until("2026-01-20").orElseThrow();
        assertThat(use.period()).isEqualTo(new Period(LocalDate.parse("2026-01-01"), LocalDate.parse("2026-01-20")));
        assertThat(use.volume()).isEqualTo(Volume.ofCubicMetres(30));
        assertThat(use.isAbnormal()).isTrue();
    }

    @Test
    void one_that_the_service_read_again_soon_after_is_the_services_use_alone() {
        threeYears();
        sent("2026-06-20", 560);
        read("2026-06-30", 570);

        assertThat(until("2026-06-20")).isEmpty();
        assertThat(until("2026-06-30").orElseThrow().volume()).isEqualTo(Volume.ofCubicMetres(170));
    }

    @Test
    void of_two_close_to_the_services_the_later_one_counts_from_the_services_on() {
        threeYears();
        sent("2026-01-11", 430);
        sent("2026-01-20", 460);

        assertThat(until("2026-01-11")).isEmpty();
        assertThat(until("2026-01-20").orElseThrow().volume()).isEqualTo(Volume.ofCubicMetres(60));
    }

    @Test
    void in_a_few_days_twice_as_much_is_a_day_with_guests_and_five_cubic_metres_more_are_not() {
        threeYears();
        sent("2026-01-04", 406); // 1.03 m³ is usual
        assertThat(until("2026-01-04")).isEmpty();

        readings.removeLast();
        sent("2026-01-04", 407);
        assertThat(until("2026-01-04").orElseThrow().isAbnormal()).isTrue();
    }

    @Test
    void in_thirty_days_a_use_above_twice_the_mean_is_abnormal_however_little_it_is() {
        read("2025-01-01", 100);
        read("2026-01-01", 118); // 1.48 m³ in thirty days
        read("2026-01-31", 121);
        assertThat(until("2026-01-31").orElseThrow().isAbnormal()).isTrue();

        readings.removeLast();
        read("2026-01-30", 121);
        assertThat(until("2026-01-30")).isEmpty();
    }

    @Test
    void an_estimate_is_no_reading_since_which_anything_was_used() {
        threeYears();
        readings.add(new Reading(
                "A",
                LocalDate.parse("2026-04-01"),
                Volume.ofCubicMetres(410),
                ReadingSource.UTILITY,
                ReadingQuality.ESTIMATED));
        read("2026-06-30", 500);

        var use = until("2026-06-30").orElseThrow();
        assertThat(use.volume()).isEqualTo(Volume.ofCubicMetres(100));
        assertThat(use.isAbnormal()).isFalse();
        assertThat(until("2026-04-01")).as("nobody saw it").isEmpty();
    }

    @Test
    void a_meter_that_sends_each_day_is_judged_by_its_last_thirty_days() {
        everyDay(LocalDate.parse("2026-06-30"), 0);
        assertThat(abnormalDays(LocalDate.parse("2026-06-01"), LocalDate.parse("2026-06-30")))
                .as("a washing day is above twice the mean, a month is not")
                .isEmpty();

        readings.clear();
        everyDay(LocalDate.parse("2026-06-30"), 1_000);
        assertThat(abnormalDays(LocalDate.parse("2026-06-01"), LocalDate.parse("2026-06-30")))
                .as("a cubic metre leaks each day from 2 June on, where 11 are usual in thirty")
                .first()
                .isEqualTo(LocalDate.parse("2026-06-12"));
    }

    /** 300 litres, and 800 on one day a week; with what leaks in June 2026. */
    private void everyDay(LocalDate until, long leaking) {
        var shown = 0L;
        for (var day = LocalDate.parse("2023-01-01"); !day.isAfter(until); day = day.plusDays(1)) {
            shown += day.toEpochDay() % 7 == 0 ? 800 : 300;
            shown += day.isAfter(LocalDate.parse("2026-06-01")) ? leaking : 0;
            readings.add(new Reading("A", day, new Volume(shown), ReadingSource.REMOTE, ReadingQuality.ACTUAL));
        }
    }

    private List<LocalDate> abnormalDays(LocalDate from, LocalDate until) {
        return from.datesUntil(until.plusDays(1))
                .filter(day ->
                        until(day.toString()).filter(ComparedUse::isAbnormal).isPresent())
                .toList();
    }

    private Optional<ComparedUse> until(String day) {
        return ComparedUse.until(LocalDate.parse(day), List.of(METER), readings, ofZone);
    }

    private void threeYears() {
        read("2023-01-01", 100);
        read("2023-06-30", 160);
        read("2024-01-01", 200);
        read("2024-06-29", 264);
        read("2025-01-01", 300);
        read("2025-06-30", 362);
        read("2026-01-01", 400);
    }

    private ComparedUse use(long litres) {
        return ComparedUse.of(List.of(METER), readings, SPRING, new Volume(litres), ofZone);
    }

    private void read(String day, long register) {
        readings.add(new Reading(
                "A", LocalDate.parse(day), Volume.ofCubicMetres(register), ReadingSource.AGENT, ReadingQuality.ACTUAL));
    }

    private void sent(String day, long register) {
        readings.add(new Reading(
                "A",
                LocalDate.parse(day),
                Volume.ofCubicMetres(register),
                ReadingSource.CUSTOMER,
                ReadingQuality.ACTUAL));
    }
}
