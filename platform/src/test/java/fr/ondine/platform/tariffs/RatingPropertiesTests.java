package fr.ondine.platform.tariffs;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.kernel.Period;
import fr.ondine.platform.kernel.UnitPrice;
import fr.ondine.platform.kernel.Volume;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of any tariff and any use; a failure names the seed that it happens with. */
class RatingPropertiesTests {

    private static final int CASES = 400;

    static IntStream seeds() {
        return IntStream.range(0, CASES);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void who_uses_more_never_pays_less(int seed) {
        var draw = new Draw(seed);
        var tariff = draw.tariff();
        var rules = draw.rules();
        var period = draw.period();
        var less = draw.litres();
        var more = less + draw.litres();

        assertThat(total(tariff, rules, period, more)).isGreaterThanOrEqualTo(total(tariff, rules, period, less));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_litre_more_costs_its_price_and_no_more_also_where_a_tier_begins(int seed) {
        var draw = new Draw(seed);
        var charge = draw.tiered("eau");
        var dearest = charge.seasons().getFirst().tiers().tiers().stream()
                .map(tier -> tier.price().perUnit())
                .max(BigDecimal::compareTo)
                .orElseThrow();
        var bound = charge.seasons().getFirst().tiers().tiers().getLast().from().litres();
        var tariff = SampleTariffs.of(charge);

        var step = total(tariff, SampleTariffs.RULES, SampleTariffs.YEAR, bound + 1)
                .minus(total(tariff, SampleTariffs.RULES, SampleTariffs.YEAR, bound));

        // a litre at the dearest price, and a cent or two of rounding with their VAT
        assertThat(step.amount()).isLessThanOrEqualTo(dearest.movePointLeft(3).add(new BigDecimal("0.03")));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_tier_cut_in_two_at_the_same_price_changes_nothing(int seed) {
        var draw = new Draw(seed);
        var charge = draw.tiered("eau");
        var scale = charge.seasons().getFirst().tiers();
        var rules = draw.rules();
        var period = draw.period();
        var use = new Use(period, new Volume(draw.litres()));

        var cut = VolumetricCharge.of(charge.terms(), draw.cut(scale));

        assertThat(SampleTariffs.rate(SampleTariffs.of(cut), rules, use).lines())
                .isEqualTo(
                        SampleTariffs.rate(SampleTariffs.of(charge), rules, use).lines());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_lines_and_their_vat_are_the_total(int seed) {
        var draw = new Draw(seed);
        var rules = draw.rules();
        var rated = SampleTariffs.rate(draw.tariff(), rules, new Use(draw.period(), new Volume(draw.litres())));

        var lines =
                rated.lines().stream().map(line -> line.net(rules.rounding())).reduce(Money.zero(), Money::plus);
        assertThat(rated.net()).isEqualTo(lines);
        assertThat(rated.net().plus(rated.vat())).isEqualTo(rated.total());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_litres_of_the_lines_are_those_that_were_used(int seed) {
        var draw = new Draw(seed);
        var use = new Use(draw.period(), new Volume(draw.litres()));

        var rated = SampleTariffs.rate(SampleTariffs.of(draw.tiered("eau")), draw.rules(), use);

        assertThat(rated.lines().stream()
                        .map(line -> line.quantity().amount())
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(use.volume().cubicMetres());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_order_of_the_charges_has_no_effect(int seed) {
        var draw = new Draw(seed);
        var version = draw.tariff().versions().getFirst();
        var shuffled = new ArrayList<>(version.charges());
        Collections.shuffle(shuffled, new Random(seed));
        var rules = draw.rules();
        var use = new Use(draw.period(), new Volume(draw.litres()));

        var rated = SampleTariffs.rate(new Tariff(List.of(version)), rules, use);
        var other = SampleTariffs.rate(
                new Tariff(List.of(new TariffVersion(version.validFrom(), version.resolution(), shuffled))),
                rules,
                use);

        assertThat(other.total()).isEqualTo(rated.total());
        assertThat(other.lines()).containsExactlyInAnyOrderElementsOf(rated.lines());
    }

    /** Days, litres and bounds are such that each half has a whole number of each: only then is nothing rounded. */
    @ParameterizedTest
    @MethodSource("seeds")
    void two_parts_of_a_period_count_the_same_as_the_whole_before_anything_is_rounded(int seed) {
        var draw = new Draw(seed);
        var tariff = SampleTariffs.of(draw.tiered("eau"), SampleTariffs.standing("abonnement", draw.price()));
        var litres = 5 * draw.litres();
        var middle = SampleTariffs.YEAR.from().plusDays(146);

        var whole = SampleTariffs.rate(tariff, new Use(SampleTariffs.YEAR, new Volume(litres)));
        var parts = Stream.of(
                        SampleTariffs.rate(
                                tariff,
                                new Use(new Period(SampleTariffs.YEAR.from(), middle), new Volume(litres / 5 * 2))),
                        SampleTariffs.rate(
                                tariff,
                                new Use(new Period(middle, SampleTariffs.YEAR.until()), new Volume(litres / 5 * 3))))
                .flatMap(rated -> rated.lines().stream())
                .toList();

        assertThat(exact(parts)).isEqualByComparingTo(exact(whole.lines()));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_version_that_changes_no_price_changes_no_line(int seed) {
        var draw = new Draw(seed);
        var version = draw.tariff().versions().getFirst();
        var again = new TariffVersion(draw.period().from().plusDays(10), "again", version.charges());
        var rules = draw.rules();
        var use = new Use(draw.period(), new Volume(draw.litres()));

        assertThat(SampleTariffs.rate(new Tariff(List.of(version, again)), rules, use)
                        .lines())
                .isEqualTo(SampleTariffs.rate(new Tariff(List.of(version)), rules, use)
                        .lines());
    }

    /** Times 365, so that nothing has to be divided. */
    private static BigDecimal exact(List<RatedLine> lines) {
        return lines.stream()
                .map(line -> line.price()
                        .perUnit()
                        .multiply(line.quantity().amount())
                        .multiply(BigDecimal.valueOf(365L / line.priced())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Money total(Tariff tariff, RatingRules rules, Period period, long litres) {
        return SampleTariffs.rate(tariff, rules, new Use(period, new Volume(litres)))
                .total();
    }

    /** Draws tariffs and uses, the same for the same seed. */
    private static final class Draw {

        private final Random random;

        Draw(int seed) {
            random = new Random(seed);
        }

        RatingRules rules() {
            return new RatingRules(
                    List.of(RoundingMode.HALF_UP, RoundingMode.HALF_EVEN, RoundingMode.DOWN)
                            .get(random.nextInt(3)),
                    DayCount.values()[random.nextInt(2)],
                    TierReset.values()[random.nextInt(2)]);
        }

        Period period() {
            var from = LocalDate.of(2023, 1, 1).plusDays(random.nextInt(900));
            return new Period(from, from.plusDays(12 + random.nextInt(420)));
        }

        long litres() {
            return random.nextInt(600_000);
        }

        String price() {
            return BigDecimal.valueOf(random.nextInt(4_000_000), 6).toPlainString();
        }

        Tariff tariff() {
            return SampleTariffs.of(
                    SampleTariffs.standing("abonnement", price()),
                    tiered("eau"),
                    VolumetricCharge.of(
                            SampleTariffs.terms("assainissement", "10", RateBasis.DAY_OF_INVOICE),
                            TierScale.flat(UnitPrice.euros(price()))),
                    SampleTariffs.volume("part communale", price()),
                    new Fee(
                            SampleTariffs.terms("frais", "20", RateBasis.DAY_OF_INVOICE),
                            UnitPrice.euros(price()),
                            false));
        }

        /** Bounds in fives of m³, so that a fifth of a year has whole ones too. */
        VolumetricCharge tiered(String code) {
            var parts = new ArrayList<Object>(List.of(price()));
            var bound = 0;
            for (var tier = random.nextInt(4); tier > 0; tier--) {
                bound += 5 * (1 + random.nextInt(40));
                parts.add(bound);
                parts.add(price());
            }
            return VolumetricCharge.of(SampleTariffs.terms(code), SampleTariffs.scale(parts.toArray()));
        }

        TierScale cut(TierScale scale) {
            var tiers = new ArrayList<>(scale.tiers());
            var chosen = random.nextInt(tiers.size());
            var tier = tiers.get(chosen);
            var room =
                    tier.to() == null ? 100_000 : tier.to().minus(tier.from()).litres();
            var at = tier.from().plus(new Volume(1 + random.nextInt((int) room - 1)));
            tiers.set(chosen, new Tier(tier.from(), at, tier.price()));
            tiers.add(chosen + 1, new Tier(at, tier.to(), tier.price()));
            return new TierScale(tiers);
        }
    }
}
