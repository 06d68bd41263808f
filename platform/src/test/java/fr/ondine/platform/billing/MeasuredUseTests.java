package fr.ondine.platform.billing;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.platform.kernel.Period;
import fr.ondine.platform.kernel.Volume;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasuredUseTests {

    private static final LocalDate SPRING = LocalDate.of(2026, 4, 30);

    @ParameterizedTest
    @CsvSource({"62, 184, 337", "46, 184, 250", "1, 184, 5", "0, 184, 0"})
    void litres_a_day_are_the_nearest(long cubicMetres, int days, long litres) {
        assertThat(used(cubicMetres, days).litresPerDay()).isEqualTo(litres);
    }

    @ParameterizedTest
    @CsvSource({
        "62, 184, 46, 184, 35",
        "46, 184, 62, 184, -26",
        "46, 184, 46, 184, 0",
        "30, 100, 60, 200, 0",
        "30, 90, 60, 200, 11"
    })
    void one_time_is_compared_with_another_by_the_day(long now, int days, long before, int daysBefore, long percent) {
        assertThat(used(now, days).percentAbove(used(before, daysBefore))).isEqualTo(percent);
    }

    @ParameterizedTest
    @CsvSource({
        "100, 100, 50, 100, false",
        "251, 100, 125, 100, true",
        "51, 50, 50, 100, true",
        "100, 200, 50, 100, false"
    })
    void more_than_twice_is_more_than_twice(long now, int days, long before, int daysBefore, boolean isMore) {
        assertThat(used(now, days).isOverTwice(used(before, daysBefore))).isEqualTo(isMore);
    }

    private static MeasuredUse used(long cubicMetres, int days) {
        return new MeasuredUse(new Period(SPRING, SPRING.plusDays(days)), Volume.ofCubicMetres(cubicMetres));
    }
}
