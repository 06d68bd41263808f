package fr.ondine.platform.leaks;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.platform.kernel.Volume;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class ReliefTests {

    /** CGCT L2224-12-4 III bis, R2224-20-1 and R2224-19-2, in m³: those of the same days in the years before, those used. */
    @ParameterizedTest
    @CsvFileSource(resources = "/leaks/law.csv", delimiter = '|', numLinesToSkip = 1)
    void what_is_due_is_what_the_law_says(
            String before, BigDecimal used, String happened, BigDecimal water, BigDecimal sewerage) {
        var relief = relief(happened, volume(used), mean(before));

        assertThat(relief.water().cubicMetres()).isEqualByComparingTo(water);
        assertThat(relief.sewerage().cubicMetres()).isEqualByComparingTo(sewerage);
    }

    private static Relief relief(String happened, Volume used, Volume mean) {
        return switch (happened) {
            case "CERTIFIED" -> Relief.certified(used, mean);
            case "NOT_TOLD" -> Relief.withoutNotice(used, mean);
            default -> Relief.none(used);
        };
    }

    @Test
    void nobody_pays_more_than_what_was_used_nor_less_than_what_is_usual_there() {
        var random = new Random(7);
        for (var time = 0; time < 2_000; time++) {
            var mean = new Volume(1 + random.nextInt(200_000));
            var used = new Volume(random.nextInt(1_000_000));
            for (var relief : new Relief[] {Relief.certified(used, mean), Relief.withoutNotice(used, mean)}) {
                assertThat(relief.water()).isLessThanOrEqualTo(used);
                assertThat(relief.sewerage()).isLessThanOrEqualTo(relief.water());
                assertThat(relief.sewerage()).isGreaterThanOrEqualTo(used.compareTo(mean) < 0 ? used : mean);
            }
        }
    }

    @Test
    void water_never_costs_less_because_more_was_used() {
        var mean = new Volume(62_000);
        for (var litres = 0; litres < 400_000; litres += 97) {
            var less = Relief.certified(new Volume(litres), mean);
            var more = Relief.certified(new Volume(litres + 97), mean);
            assertThat(less.water()).isLessThanOrEqualTo(more.water());
        }
    }

    private static Volume volume(BigDecimal cubicMetres) {
        return new Volume(cubicMetres.movePointRight(3).longValueExact());
    }

    private static Volume mean(String before) {
        return new Volume((long) Arrays.stream(before.split(" "))
                .map(BigDecimal::new)
                .mapToLong(one -> volume(one).litres())
                .average()
                .orElseThrow());
    }
}
