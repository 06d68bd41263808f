package fr.ondine.platform.tariffs;

import static fr.ondine.platform.tariffs.SampleTariffs.RULES;
import static fr.ondine.platform.tariffs.SampleTariffs.rate;
import static fr.ondine.platform.tariffs.SampleTariffs.scale;
import static fr.ondine.platform.tariffs.SampleTariffs.standing;
import static fr.ondine.platform.tariffs.SampleTariffs.terms;
import static fr.ondine.platform.tariffs.SampleTariffs.use;
import static fr.ondine.platform.tariffs.SampleTariffs.volume;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import fr.ondine.platform.kernel.Period;
import fr.ondine.platform.kernel.Volume;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Each line says by which version, for which days and in which tier it came about, so that anybody finds it again. */
class ExplainedLineTests {

    private static final LocalDate OLD = LocalDate.of(2024, 1, 1);
    private static final LocalDate NEW_YEAR = LocalDate.of(2025, 1, 1);
    private static final Period WINTER = new Period(LocalDate.of(2024, 10, 1), LocalDate.of(2025, 4, 1));

    @Test
    void a_price_that_changed_is_two_lines_each_with_its_version_and_days() {
        var tariff = new Tariff(List.of(
                new TariffVersion(OLD, "2023-12", List.of(volume("eau", "1.00"), standing("abonnement", "40"))),
                new TariffVersion(NEW_YEAR, "2024-12", List.of(volume("eau", "1.10"), standing("abonnement", "40")))));

        var rated = rate(tariff, use(WINTER, 182));

        assertThat(rated.explained())
                .filteredOn(line -> line.line().terms().code().equals("eau"))
                .flatExtracting(ExplainedLine::origins)
                .extracting(
                        LineOrigin::resolution,
                        LineOrigin::validFrom,
                        origin -> origin.period().days(),
                        origin -> origin.quantity().amount())
                .containsExactly(
                        tuple("2023-12", OLD, 92L, new BigDecimal("92.000")),
                        tuple("2024-12", NEW_YEAR, 90L, new BigDecimal("90.000")));
    }

    @Test
    void a_line_that_no_version_changed_has_both_as_its_origins() {
        var tariff = new Tariff(List.of(
                new TariffVersion(OLD, "2023-12", List.of(volume("eau", "1"))),
                new TariffVersion(NEW_YEAR, "2024-12", List.of(volume("eau", "1")))));

        for (var rules : List.of(RULES, new RatingRules(RoundingMode.HALF_UP, DayCount.DAYS, TierReset.EACH_YEAR))) {
            assertThat(rate(tariff, rules, use(WINTER, 182)).explained())
                    .singleElement()
                    .satisfies(line -> assertThat(line.origins())
                            .extracting(LineOrigin::resolution)
                            .containsExactly("2023-12", "2024-12"));
        }
    }

    @Test
    void a_tier_is_shown_with_its_bounds_of_the_year_and_of_the_days() {
        var fifth = Period.ofDays(NEW_YEAR, LocalDate.of(2025, 3, 14));
        var tariff = SampleTariffs.of(VolumetricCharge.of(terms("eau"), scale("1", 73, "2")));

        var lines = rate(tariff, use(fifth, 20)).explained();

        assertThat(lines)
                .flatExtracting(ExplainedLine::tiers)
                .extracting(share -> share.tier().from(), TierShare::from, TierShare::to, TierShare::isAll)
                .containsExactly(
                        tuple(new Volume(0), new Volume(0), Optional.of(new Volume(14_600)), false),
                        tuple(new Volume(73_000), new Volume(14_600), Optional.empty(), false));
        assertThat(rate(SampleTariffs.of(volume("eau", "1")), use(fifth, 20))
                        .explained()
                        .getFirst()
                        .tiers()
                        .getFirst()
                        .isAll())
                .isTrue();
    }

    @Test
    void what_was_rounded_away_can_be_seen() {
        var line = rate(SampleTariffs.of(standing("abonnement", "36.60")), use(WINTER, 0))
                .lines()
                .getLast();

        assertThat(line.net(RoundingMode.HALF_UP).amount()).hasToString("9.02");
        assertThat(line.exact().toPlainString()).startsWith("9.0246575");
    }

    @Test
    void the_litres_of_the_origins_of_a_charge_are_those_of_its_use() {
        var tariff = new Tariff(List.of(
                new TariffVersion(OLD, "2023-12", List.of(volume("eau", "1"))),
                new TariffVersion(NEW_YEAR, "2024-12", List.of(volume("eau", "2")))));

        assertThat(rate(tariff, use(WINTER, 100)).explained().stream()
                        .flatMap(line -> line.origins().stream())
                        .map(origin -> origin.quantity().amount())
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("100");
    }
}
