package fr.ondine.platform.tariffs;

import static fr.ondine.platform.tariffs.SampleTariffs.from;
import static fr.ondine.platform.tariffs.SampleTariffs.rate;
import static fr.ondine.platform.tariffs.SampleTariffs.scale;
import static fr.ondine.platform.tariffs.SampleTariffs.standing;
import static fr.ondine.platform.tariffs.SampleTariffs.terms;
import static fr.ondine.platform.tariffs.SampleTariffs.use;
import static fr.ondine.platform.tariffs.SampleTariffs.volume;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.platform.kernel.Coefficient;
import fr.ondine.platform.kernel.Period;
import fr.ondine.platform.kernel.UnitPrice;
import fr.ondine.platform.kernel.Volume;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The way back from the line of an invoice to what was decided: never further than is certain. */
class PriceTraceTests {

    private static final LocalDate OLD = LocalDate.of(2024, 1, 1);
    private static final LocalDate NEW_YEAR = LocalDate.of(2025, 1, 1);
    private static final Period WINTER = new Period(LocalDate.of(2024, 10, 1), LocalDate.of(2025, 4, 1));

    static IntStream seeds() {
        return IntStream.range(0, 60);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatever_was_rated_is_traced_to_the_versions_that_it_was_rated_by(int seed) {
        var random = new Random(seed);
        var tariff = new Tariff(List.of(version(OLD, random), version(NEW_YEAR, random)));
        var use = use(WINTER, random.nextInt(300));

        for (var line : rate(tariff, use).explained()) {
            var traced = tariff.trace(billed(line.line(), WINTER.until()));
            assertThat(validFrom(traced)).isEqualTo(validFrom(line));
            assertThat(traced.beneficiary()).contains(Beneficiary.OPERATOR);
            traced.tier()
                    .ifPresent(tier ->
                            assertThat(line.tiers()).extracting(TierShare::tier).contains(tier));
        }
    }

    private static TariffVersion version(LocalDate day, Random random) {
        var prices = List.of("1", "2", "3");
        return from(
                day,
                standing("abonnement", prices.get(random.nextInt(2))),
                VolumetricCharge.of(
                        terms("eau"),
                        scale(prices.get(random.nextInt(3)), 30 + random.nextInt(50), prices.get(random.nextInt(3)))));
    }

    private static TreeSet<LocalDate> validFrom(PriceTrace trace) {
        return trace.origins().stream().map(PriceOrigin::validFrom).collect(toCollection(TreeSet::new));
    }

    private static TreeSet<LocalDate> validFrom(ExplainedLine line) {
        return line.origins().stream().map(LineOrigin::validFrom).collect(toCollection(TreeSet::new));
    }

    @Test
    void days_go_on_over_the_turn_of_a_year_that_changed_nothing() {
        var tariff = SampleTariffs.of(volume("eau", "1"));

        assertThat(trace(tariff, "eau", "1").origins()).singleElement().satisfies(origin -> {
            assertThat(origin.days()).isEqualTo(WINTER);
            assertThat(origin.resolution()).isEqualTo("2024-12-05/3");
        });
    }

    @Test
    void a_price_that_no_version_of_its_days_has_is_of_none_but_its_beneficiary_is_known() {
        var traced = trace(SampleTariffs.of(volume("eau", "1")), "eau", "1.01");

        assertThat(traced.origins()).isEmpty();
        assertThat(traced.tier()).isEmpty();
        assertThat(traced.beneficiary()).contains(Beneficiary.OPERATOR);
    }

    @Test
    void a_charge_that_is_not_in_the_tariff_or_has_another_label_there_is_traced_to_nothing() {
        assertThat(trace(SampleTariffs.of(volume("eau", "1")), "autre", "1")).isEqualTo(PriceTrace.NONE);
        assertThat(trace(new Tariff(List.of()), "eau", "1")).isEqualTo(PriceTrace.NONE);
        assertThat(SampleTariffs.of(volume("eau", "1"))
                        .trace(new BilledPrice(
                                "eau",
                                "Autre libellé",
                                InvoiceSection.WATER,
                                terms("eau").vat().rate(),
                                UnitPrice.euros("1"),
                                WINTER,
                                WINTER.until())))
                .isEqualTo(PriceTrace.NONE);
    }

    @Test
    void two_tiers_at_one_price_are_told_as_one_where_they_touch_and_not_at_all_where_they_do_not() {
        var touching = SampleTariffs.of(VolumetricCharge.of(terms("eau"), scale("1", 40, "1", 80, "2")));
        var apart = SampleTariffs.of(VolumetricCharge.of(terms("eau"), scale("1", 40, "2", 80, "1")));

        assertThat(trace(touching, "eau", "1").tier()).hasValueSatisfying(tier -> {
            assertThat(tier.from()).isEqualTo(new Volume(0));
            assertThat(tier.to()).isEqualTo(Volume.ofCubicMetres(80));
        });
        assertThat(trace(apart, "eau", "1").tier()).isEmpty();
        assertThat(trace(apart, "eau", "2").tier())
                .hasValueSatisfying(tier -> assertThat(tier.from()).isEqualTo(Volume.ofCubicMetres(40)));
        assertThat(trace(SampleTariffs.of(volume("eau", "1")), "eau", "1").tier())
                .as("one price for all is no tier")
                .isEmpty();
    }

    @Test
    void a_levy_tells_its_rate_and_coefficient_while_they_are_still_those_that_were_billed() {
        var rate = new LevyRate(UnitPrice.euros("0.1"), new Coefficient(new BigDecimal("0.2")));
        var levy = SampleTariffs.of(new Levy(
                terms("performance", "5.5", RateBasis.DAY_OF_INVOICE), "RM", new TreeMap<>(Map.of(2025, rate))));

        assertThat(trace(levy, "performance", "0.02").levy()).contains(rate);
        assertThat(trace(levy, "performance", "0.02").isLevy()).isTrue();
        assertThat(trace(levy, "performance", "0.03").levy())
                .as("corrected since")
                .isEmpty();
        assertThat(trace(levy, "performance", "0.03").isLevy()).isTrue();
    }

    private static PriceTrace trace(Tariff tariff, String charge, String price) {
        return tariff.trace(new BilledPrice(
                charge,
                charge,
                InvoiceSection.WATER,
                terms(charge).vat().rate(),
                UnitPrice.euros(price),
                WINTER,
                WINTER.until()));
    }

    private static BilledPrice billed(RatedLine line, LocalDate issuedOn) {
        var terms = line.terms();
        return new BilledPrice(
                terms.code(),
                terms.label(),
                terms.section(),
                terms.vat().rate(),
                line.price(),
                line.period(),
                issuedOn);
    }
}
