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
}
