package fr.ondine.platform.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.ondine.platform.kernel.Period;
import fr.ondine.platform.kernel.Volume;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UseChartTests {

    private static final LocalDate NEW_YEAR = LocalDate.of(2025, 1, 1);

    /** A year between two readings, after half a year: more water, and less of it a day. */
    @Test
    void bars_compare_times_of_unlike_length_by_the_day() {
        var year = used(NEW_YEAR, NEW_YEAR.plusDays(365), 73);
        var before = used(NEW_YEAR.minusDays(100), NEW_YEAR, 40);

        assertThat(UseChart.of(List.of(year, before), Optional.of(year)).bars())
                .extracting(bar -> bar.use().used().wholeCubicMetres(), UseChart.Bar::percent, UseChart.Bar::isBilled)
                .containsExactly(
                        tuple(40L, 100L, false), //
                        tuple(73L, 50L, true));
    }

    @Test
    void one_time_alone_and_times_without_use_are_no_chart() {
        var nothing = used(NEW_YEAR, NEW_YEAR.plusDays(90), 0);

        assertThat(UseChart.of(List.of(used(NEW_YEAR, NEW_YEAR.plusDays(90), 9)), Optional.empty()))
                .isEqualTo(UseChart.NONE);
        assertThat(UseChart.of(List.of(nothing, nothing), Optional.empty())).isEqualTo(UseChart.NONE);
    }

    private static MeasuredUse used(LocalDate from, LocalDate until, long cubicMetres) {
        return new MeasuredUse(new Period(from, until), Volume.ofCubicMetres(cubicMetres));
    }
}
