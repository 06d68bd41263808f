package fr.ondine.platform.leaks;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.kernel.Period;
import fr.ondine.platform.kernel.Volume;
import fr.ondine.platform.metering.ComparedUse;
import fr.ondine.platform.metering.MeterInstallation;
import fr.ondine.platform.metering.Reading;
import fr.ondine.platform.metering.ReadingQuality;
import fr.ondine.platform.metering.ReadingSource;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvFileSource;

class ReliefTests {

    private static final Period AUTUMN = new Period(LocalDate.of(2025, 7, 1), LocalDate.of(2026, 1, 1));

    @ParameterizedTest
    @CsvFileSource(resources = "/leaks/law.csv", delimiter = '|', nullValues = "-", useHeadersInDisplayName = true)
    void what_is_due_is_what_the_law_says(ArgumentsAccessor row) {
        var used = volume(row.getString(1));
        var use = use(row.getString(0), used);
        var mean = use.mean().orElseThrow();

        var relief = file(row, used, mean)
                .ground(false)
                .map(ground -> ground.of(used, mean))
                .orElse(Relief.none(used));

        assertThat(relief.water()).isEqualTo(volume(row.getString(6)));
        assertThat(relief.sewerage()).isEqualTo(volume(row.getString(7)));
        assertThat(relief.water().litres() - used.litres()).isEqualTo(litres(row.getString(8)));
        assertThat(relief.sewerage().litres() - used.litres()).isEqualTo(litres(row.getString(9)));
        assertThat(use.isAbnormal()).isEqualTo(used.litres() > 2 * mean.litres());
    }

    /** What meters showed on the first and on the last of those days in each year. */
    private static ComparedUse use(String before, Volume used) {
        var ofZone = before.startsWith("zone ");
        var years = ofZone ? List.<String>of() : List.of(before.split(" "));
        var first = AUTUMN.from().minusYears(years.size());
        var readings = new ArrayList<Reading>();
        var shown = 0L;
        for (var at = 0; at < years.size(); at++) {
            readings.add(shown(AUTUMN.from().minusYears(years.size() - at), shown));
            shown += litres(years.get(at));
            readings.add(shown(AUTUMN.until().minusYears(years.size() - at), shown));
            shown += 45_000;
        }
        readings.add(shown(AUTUMN.from(), shown));
        readings.add(shown(AUTUMN.until(), shown + used.litres()));
        var meter = new MeterInstallation(new UUID(0, 1), "A", 5, first, new Volume(0), null, null);
        var zone = Optional.of(before).filter(said -> ofZone).map(said -> volume(said.substring(5)));
        return ComparedUse.of(List.of(meter), readings, AUTUMN, used, zone);
    }

    private static Reading shown(LocalDate day, long litres) {
        return new Reading("A", day, new Volume(litres), ReadingSource.AGENT, ReadingQuality.ACTUAL);
    }

    private static LeakFile file(ArgumentsAccessor row, Volume used, Volume mean) {
        var told = day(row, 2).map(on -> new LeakNotice(on, NoticeChannel.INVOICE, "F1", LeakNotice.answerBy(on)));
        var certificate =
                day(row, 4).map(on -> new Certificate(on, "user:a", "Cave", on, Optional.empty(), Scan.NOT_SCANNED));
        return new LeakFile(
                new LeakFileId(new UUID(0, 1)),
                new AgreementId(new UUID(0, 2)),
                "A",
                "Martin",
                "1 rue des Sources",
                "Metz",
                AUTUMN,
                false,
                used,
                mean,
                false,
                row.getString(5).equals("pipe") ? LeakState.CHECKED : LeakState.REFUSED,
                AUTUMN.until(),
                Optional.empty(),
                "",
                day(row, 3),
                told,
                Optional.empty(),
                certificate,
                Optional.empty());
    }

    private static Optional<LocalDate> day(ArgumentsAccessor row, int column) {
        return Optional.ofNullable(row.getString(column)).map(LocalDate::parse);
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

    private static Volume volume(String cubicMetres) {
        return new Volume(litres(cubicMetres));
    }

    private static long litres(String cubicMetres) {
        return new BigDecimal(cubicMetres).movePointRight(3).longValueExact();
    }
}
