package fr.ondine.ui.consumption;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.platform.kernel.Period;
import fr.ondine.platform.kernel.Volume;
import fr.ondine.platform.metering.ConsumptionHistory;
import fr.ondine.platform.metering.PeriodConsumption;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ShownPeriodsTests {

    private static final LocalDate FITTED = LocalDate.of(2017, 10, 31);
    private static final PeriodConsumption SIX_YEARS = used(FITTED, LocalDate.of(2023, 10, 31), 957);

    @Test
    void the_years_from_the_fitting_of_the_meter_to_its_first_reading_are_not_told() {
        var year = used(LocalDate.of(2023, 10, 31), LocalDate.of(2024, 10, 30), 120);
        assertThat(ShownPeriods.of(history(List.of(SIX_YEARS, year)))).containsExactly(year);
    }

    @Test
    void where_nothing_else_is_known_they_are() {
        assertThat(ShownPeriods.of(history(List.of(SIX_YEARS)))).containsExactly(SIX_YEARS);
    }

    @Test
    void the_last_eight_are_told() {
        var halves = IntStream.range(0, 10)
                .mapToObj(half -> used(FITTED.plusMonths(6 * half), FITTED.plusMonths(6 * half + 6), 60))
                .toList();
        assertThat(ShownPeriods.of(history(halves))).isEqualTo(halves.subList(2, 10));
    }

    @Test
    void of_a_new_contract_nothing_is() {
        assertThat(ShownPeriods.of(history(List.of()))).isEmpty();
    }

    @Test
    void nobody_uses_less_than_nothing() {
        var corrected = used(FITTED, FITTED.plusMonths(6), -3);
        assertThat(Stream.of(corrected).map(ShownPeriods::used)).containsExactly(new Volume(0));
    }

    private static ConsumptionHistory history(List<PeriodConsumption> periods) {
        return new ConsumptionHistory(periods, Optional.empty(), Optional.empty(), false);
    }

    private static PeriodConsumption used(LocalDate from, LocalDate until, long cubicMetres) {
        return new PeriodConsumption(new Period(from, until), Volume.ofCubicMetres(cubicMetres), false);
    }
}
