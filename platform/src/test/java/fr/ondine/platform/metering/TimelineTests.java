package fr.ondine.platform.metering;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.platform.kernel.Period;
import fr.ondine.platform.kernel.Volume;
import fr.ondine.platform.network.ServicePointId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TimelineTests {

    private static final LocalDate START = LocalDate.of(2023, 1, 1);
    private static final ServicePointId POINT = new ServicePointId(new UUID(0, 1));
    private static final Occupancy LIVED_IN = new Occupancy(POINT, START, null);
    private final MeterInstallation meter = installed("A", 5, START, 100);

    @Test
    void consumption_is_the_difference_between_two_readings() {
        assertThat(volumes(read(START.plusDays(181), 160), read(START.plusYears(1), 230)))
                .containsExactly(60L, 70L);
    }

    @Test
    void a_register_that_started_again_from_zero_counts_what_ran_through() {
        var old = installed("A", 4, START, 9_950);
        var timeline = Timeline.of(List.of(old), List.of(read(START.plusDays(181), 30)));
        assertThat(timeline.periods().getFirst().volume()).isEqualTo(Volume.ofCubicMetres(80));
    }

    @Test
    void a_meter_replaced_within_a_period_adds_what_both_counted() {
        var day = START.plusDays(100);
        var removed = new MeterInstallation(
                meter.meterId(), "A", 5, START, meter.installRegister(), day, Volume.ofCubicMetres(140));
        var after = new Reading(
                "B", START.plusDays(181), Volume.ofCubicMetres(27), ReadingSource.AGENT, ReadingQuality.ACTUAL);
        var timeline = Timeline.of(List.of(removed, installed("B", 5, day, 2)), List.of(after));
        assertThat(timeline.periods().stream()
                        .mapToLong(period -> period.volume().wholeCubicMetres())
                        .sum())
                .isEqualTo(40 + 25);
    }

    @Test
    void an_estimate_that_was_too_high_is_made_good_by_the_next_reading() {
        var estimate = new Reading(
                "A", START.plusDays(181), Volume.ofCubicMetres(180), ReadingSource.UTILITY, ReadingQuality.ESTIMATED);
        assertThat(volumes(estimate, read(START.plusDays(365), 170))).containsExactly(80L, -10L);
    }

    @Test
    void the_service_is_believed_before_the_subscriber_on_the_same_day() {
        var day = START.plusDays(181);
        assertThat(volumes(sent(day, 190), read(day, 160))).containsExactly(60L);
    }

    @Test
    void a_subscribers_reading_days_before_the_services_makes_no_period_of_its_own() {
        assertThat(volumes(sent(START.plusDays(175), 158), read(START.plusDays(181), 160)))
                .containsExactly(60L);
    }

    @Test
    void what_is_expected_may_be_told_without_a_leak() {
        var leak = new Period(START.plusDays(300), START.plusDays(400));
        var timeline = Timeline.of(
                List.of(meter),
                List.of(
                        read(START.plusDays(300), 400),
                        read(START.plusDays(400), 900),
                        read(START.plusDays(500), 1000)));

        assertThat(timeline.expectedOver(100)).contains(Volume.ofCubicMetres(180));
        assertThat(timeline.expectedOver(100, List.of(leak))).contains(Volume.ofCubicMetres(100));
        assertThat(timeline.expectedOver(100, List.of(new Period(START.plusDays(500), START.plusDays(501)))))
                .as("days after it are not of it")
                .contains(Volume.ofCubicMetres(180));
        assertThat(timeline.expectedOver(100, List.of(new Period(START, START.plusDays(500)))))
                .as("nothing else is known")
                .isEmpty();
    }

    @Test
    void the_usual_volume_is_the_mean_of_the_same_days_in_the_years_before() {
        var timeline = Timeline.of(
                List.of(meter),
                List.of(read(START.plusYears(1), 200), read(START.plusYears(2), 320), read(START.plusYears(3), 700)));
        assertThat(timeline.meanOfYearsBefore(new Period(START.plusYears(2), START.plusYears(3))))
                .contains(Volume.ofCubicMetres(110));
        assertThat(timeline.meanOfYearsBefore(new Period(START, START.plusYears(1))))
                .isEmpty();
    }

    @Test
    void years_between_the_fitting_and_the_first_reading_say_nothing_of_a_season_while_others_do() {
        var fitted = installed("A", 5, START.minusYears(5), 0);
        var year = new Period(START.plusYears(2), START.plusYears(3));
        var first = read(START, 1_000);
        assertThat(Timeline.of(
                                List.of(fitted),
                                List.of(
                                        first,
                                        read(START.plusYears(1), 1_050),
                                        read(START.plusYears(2), 1_110),
                                        read(START.plusYears(3), 1_200)))
                        .meanOfYearsBefore(year))
                .contains(Volume.ofCubicMetres(55));
        assertThat(Timeline.of(List.of(fitted), List.of(first))
                        .meanOfYearsBefore(new Period(START, START.plusYears(1))))
                .isPresent();
    }

    @Test
    void only_more_than_twice_the_usual_volume_is_abnormal() {
        assertThat(history(LIVED_IN, 110, 221).isAbnormal()).isTrue();
        assertThat(history(LIVED_IN, 110, 220).isAbnormal()).isFalse();
    }

    @Test
    void an_agreement_that_is_over_warns_of_nothing() {
        assertThat(ConsumptionHistory.of(timeline(110, 221), LIVED_IN, true).isAbnormal())
                .isFalse();
    }

    @Test
    void what_the_next_holder_uses_is_neither_told_to_the_one_before_nor_counted() {
        var before = new Occupancy(POINT, START, START.plusYears(2).minusDays(1));
        var history = history(before, 110, 110, 500);
        assertThat(history.periods()).hasSize(2);
        assertThat(history.isAbnormal()).isFalse();
        assertThat(history.litresPerDay())
                .as("220 m³ in 731 days, to the nearest")
                .contains(new Volume(301));
        assertThat(history(LIVED_IN, 110, 110, 500).isAbnormal()).isTrue();
    }

    @Test
    void what_an_earlier_holder_used_is_not_told_but_may_show_that_use_is_abnormal() {
        var since = new Occupancy(POINT, START.plusYears(1), null);
        assertThat(history(since, 110, 221))
                .satisfies(history -> assertThat(history.usual()).isEmpty())
                .satisfies(history -> assertThat(history.periods()).hasSize(1))
                .satisfies(history -> assertThat(history.litresPerDay()).contains(new Volume(604)))
                .satisfies(history -> assertThat(history.isAbnormal()).isTrue());
        assertThat(history(since, 110, 220).isAbnormal()).isFalse();
    }

    @Test
    void a_reading_of_the_day_after_the_last_one_closes_it_unless_the_next_holder_sent_it() {
        var year = new Occupancy(POINT, START, START.plusDays(364));
        assertThat(Timeline.of(List.of(meter), List.of(read(START.plusDays(365), 160)))
                        .during(year)
                        .periods())
                .hasSize(1);
        assertThat(Timeline.of(List.of(meter), List.of(sent(START.plusDays(365), 160)))
                        .during(year)
                        .periods())
                .isEmpty();
        assertThat(Timeline.of(List.of(meter), List.of(read(START.plusDays(366), 160)))
                        .during(year)
                        .periods())
                .isEmpty();
    }

    @Test
    void the_periods_add_up_to_what_ran_through_whatever_the_readings() {
        var random = new Random(20261123);
        for (var round = 0; round < 500; round++) {
            var readings = new ArrayList<Reading>();
            var register = 100L;
            for (var day = 40; day < 1100; day += 30 + random.nextInt(200)) {
                register += random.nextInt(90);
                readings.add(read(START.plusDays(day), register));
            }
            assertThat(volumes(readings.toArray(Reading[]::new)).stream()
                            .mapToLong(Long::longValue)
                            .sum())
                    .isEqualTo(register - 100);
        }
    }

    private List<Long> volumes(Reading... readings) {
        return Timeline.of(List.of(meter), List.of(readings)).periods().stream()
                .map(period -> period.volume().wholeCubicMetres())
                .toList();
    }

    private ConsumptionHistory history(Occupancy occupancy, long... years) {
        return ConsumptionHistory.of(timeline(years), occupancy, false);
    }

    /** A reading after each year. */
    private Timeline timeline(long... years) {
        var readings = new ArrayList<Reading>();
        var register = 100L;
        for (var used : years) {
            register += used;
            readings.add(read(START.plusYears(readings.size() + 1L), register));
        }
        return Timeline.of(List.of(meter), readings);
    }

    private static MeterInstallation installed(String serial, int dials, LocalDate on, long register) {
        return new MeterInstallation(UUID.randomUUID(), serial, dials, on, Volume.ofCubicMetres(register), null, null);
    }

    private static Reading read(LocalDate on, long register) {
        return new Reading("A", on, Volume.ofCubicMetres(register), ReadingSource.AGENT, ReadingQuality.ACTUAL);
    }

    private static Reading sent(LocalDate on, long register) {
        return new Reading("A", on, Volume.ofCubicMetres(register), ReadingSource.CUSTOMER, ReadingQuality.ACTUAL);
    }
}
