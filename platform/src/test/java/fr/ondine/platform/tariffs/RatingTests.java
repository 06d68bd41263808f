package fr.ondine.platform.tariffs;

import static fr.ondine.platform.tariffs.SampleTariffs.HOUSE;
import static fr.ondine.platform.tariffs.SampleTariffs.RULES;
import static fr.ondine.platform.tariffs.SampleTariffs.YEAR;
import static fr.ondine.platform.tariffs.SampleTariffs.from;
import static fr.ondine.platform.tariffs.SampleTariffs.rate;
import static fr.ondine.platform.tariffs.SampleTariffs.scale;
import static fr.ondine.platform.tariffs.SampleTariffs.standing;
import static fr.ondine.platform.tariffs.SampleTariffs.terms;
import static fr.ondine.platform.tariffs.SampleTariffs.use;
import static fr.ondine.platform.tariffs.SampleTariffs.volume;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.platform.kernel.Coefficient;
import fr.ondine.platform.kernel.Period;
import fr.ondine.platform.kernel.UnitPrice;
import fr.ondine.platform.kernel.Volume;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RatingTests {

    private static final LocalDate NEW_YEAR = LocalDate.of(2025, 1, 1);
    private static final LocalDate JULY = LocalDate.of(2025, 7, 1);
    private static final Period WINTER = new Period(LocalDate.of(2024, 10, 1), LocalDate.of(2025, 4, 1));

    @Test
    void a_new_price_takes_its_share_of_the_volume_by_days() {
        var tariff = new Tariff(
                List.of(from(LocalDate.of(2024, 1, 1), volume("eau", "1.00")), from(NEW_YEAR, volume("eau", "1.10"))));

        var rated = rate(tariff, use(WINTER, 182));

        assertThat(told(rated)).containsExactly("eau 92.000 m³ × 1 = 92.00", "eau 90.000 m³ × 1.1 = 99.00");
        assertThat(rated.lines())
                .extracting(RatedLine::period)
                .containsExactly(new Period(WINTER.from(), NEW_YEAR), new Period(NEW_YEAR, WINTER.until()));
    }

    @Test
    void a_charge_that_a_new_version_leaves_alone_stays_one_line() {
        var tariff = new Tariff(List.of(
                from(LocalDate.of(2024, 1, 1), volume("eau", "1.00"), volume("part communale", "0.40")),
                from(NEW_YEAR, volume("eau", "1.10"), volume("part communale", "0.400"))));

        assertThat(told(rate(tariff, use(WINTER, 182)))).contains("part communale 182.000 m³ × 0.4 = 72.80");
    }

    @Test
    void a_levy_has_the_rate_of_the_day_of_the_invoice() {
        var rates = new TreeMap<>(Map.of(
                2024, new LevyRate(UnitPrice.euros("0.22"), Coefficient.ONE),
                2025, new LevyRate(UnitPrice.euros("0.46"), Coefficient.of("0.5"))));
        var levy = new Levy(terms("redevance", "5.5", RateBasis.DAY_OF_INVOICE), "Seine-Normandie", rates);
        var byDays = new Levy(terms("redevance"), "Seine-Normandie", rates);

        assertThat(told(rate(SampleTariffs.of(levy), use(WINTER, 182))))
                .containsExactly("redevance 182.000 m³ × 0.23 = 41.86");
        assertThat(told(rate(SampleTariffs.of(byDays), use(WINTER, 182))))
                .containsExactly("redevance 92.000 m³ × 0.22 = 20.24", "redevance 90.000 m³ × 0.23 = 20.70");
        assertThatThrownBy(() -> rate(SampleTariffs.of(levy), use(new Period(NEW_YEAR, LocalDate.of(2026, 1, 1)), 10)))
                .isInstanceOf(LevyRateMissing.class)
                .hasMessageContaining("2026");
    }

    @Test
    void a_day_before_the_first_tariff_cannot_be_rated() {
        var tariff = new Tariff(List.of(from(NEW_YEAR, volume("eau", "1.00"))));

        assertThatThrownBy(() -> rate(tariff, use(WINTER, 10)))
                .isInstanceOf(TariffMissing.class)
                .hasMessageContaining("2024-10-01");
    }

    @Test
    void bounds_are_shared_out_by_the_days_of_the_period() {
        var tariff = SampleTariffs.of(VolumetricCharge.of(terms("eau"), scale("1", 73, "2")));

        var fifth = Period.ofDays(NEW_YEAR, LocalDate.of(2025, 3, 14));

        assertThat(fifth.days()).isEqualTo(73);
        // 73 m³ a year are 14.6 m³ in 73 of 365 days
        assertThat(told(rate(tariff, use(fifth, 20))))
                .containsExactly("eau 14.600 m³ × 1 = 14.60", "eau 5.400 m³ × 2 = 10.80");
    }

    @Test
    void or_reached_once_a_year_whatever_the_periods_are() {
        var tariff = SampleTariffs.of(VolumetricCharge.of(terms("eau"), scale("1", 100, "2")));
        var rules = new RatingRules(RoundingMode.HALF_UP, DayCount.DAYS, TierReset.EACH_YEAR);
        var second = new RatingRequest(
                HOUSE,
                Optional.empty(),
                List.of(use(new Period(JULY, YEAR.until()), 80)),
                Volume.ofCubicMetres(70),
                YEAR.until(),
                Set.of());

        assertThat(told(new Rating(tariff, rules).rate(second)))
                .containsExactly("eau 30.000 m³ × 1 = 30.00", "eau 50.000 m³ × 2 = 100.00");
    }

    @Test
    void a_year_begins_its_bounds_anew_in_the_middle_of_a_period() {
        var tariff = SampleTariffs.of(VolumetricCharge.of(terms("eau"), scale("1", 50, "2")));
        var rules = new RatingRules(RoundingMode.HALF_UP, DayCount.DAYS, TierReset.EACH_YEAR);

        // 92 m³ of 2024 and 90 m³ of 2025, each with 50 m³ of the first tier
        assertThat(told(rate(tariff, rules, use(WINTER, 182))))
                .containsExactly("eau 100.000 m³ × 1 = 100.00", "eau 82.000 m³ × 2 = 164.00");
    }

    @Test
    void a_building_has_the_bounds_and_the_standing_charge_of_each_dwelling() {
        var charge =
                new VolumetricCharge(terms("eau"), List.of(new Season(MonthDay.of(1, 1), scale("1", 100, "2"))), true);
        var standing = new StandingCharge(terms("abonnement"), UnitPrice.euros("40"), Map.of(), true);
        var building = new ServiceTraits(40, 3);

        var rated = new Rating(SampleTariffs.of(standing, charge), RULES)
                .rate(RatingRequest.of(building, use(YEAR, 310), YEAR.until()));

        assertThat(told(rated))
                .containsExactly(
                        "abonnement 1095 jours × 40 / 365 = 120.00",
                        "eau 300.000 m³ × 1 = 300.00",
                        "eau 10.000 m³ × 2 = 20.00");
    }

    @Test
    void a_standing_charge_is_of_the_meters_diameter() {
        var charge = new StandingCharge(
                terms("abonnement"), UnitPrice.euros("40"), Map.of(40, UnitPrice.euros("95.50")), false);

        assertThat(SampleTariffs.rate(SampleTariffs.of(charge), use(YEAR, 0))
                        .net()
                        .amount())
                .hasToString("40.00");
        assertThat(new Rating(SampleTariffs.of(charge), RULES)
                        .rate(RatingRequest.of(new ServiceTraits(40, 1), use(YEAR, 0), YEAR.until()))
                        .net()
                        .amount())
                .hasToString("95.50");
    }

    @Test
    void days_of_a_leap_year_are_of_366_and_a_whole_year_is_a_whole_price() {
        var tariff = SampleTariffs.of(standing("abonnement", "36.60"));
        var leap = new Period(LocalDate.of(2024, 1, 1), NEW_YEAR);

        assertThat(told(rate(tariff, use(leap, 0)))).containsExactly("abonnement 366 jours × 36.6 / 366 = 36.60");
        assertThat(told(rate(tariff, use(WINTER, 0))))
                .containsExactly("abonnement 92 jours × 36.6 / 366 = 9.20", "abonnement 90 jours × 36.6 / 365 = 9.02");
    }

    @Test
    void or_twelfths_are_due_by_the_period_that_has_the_first_day_of_the_month() {
        var tariff = SampleTariffs.of(standing("abonnement", "60"));
        var rules = new RatingRules(RoundingMode.HALF_UP, DayCount.TWELFTHS, TierReset.EACH_PERIOD);
        var until = new Period(NEW_YEAR, LocalDate.of(2025, 5, 17));
        var after = new Period(LocalDate.of(2025, 5, 17), YEAR.until());

        assertThat(told(rate(tariff, rules, use(until, 0)))).containsExactly("abonnement 5 mois × 60 / 12 = 25.00");
        assertThat(told(rate(tariff, rules, use(after, 0)))).containsExactly("abonnement 7 mois × 60 / 12 = 35.00");
    }

    @Test
    void seasons_take_their_days_and_the_last_one_goes_on_over_new_year() {
        var charge = new VolumetricCharge(
                terms("eau"),
                List.of(
                        new Season(MonthDay.of(6, 1), TierScale.flat(UnitPrice.euros("2"))),
                        new Season(MonthDay.of(10, 1), TierScale.flat(UnitPrice.euros("1")))),
                false);

        assertThat(told(rate(SampleTariffs.of(charge), use(YEAR, 365))))
                .containsExactly("eau 243.000 m³ × 1 = 243.00", "eau 122.000 m³ × 2 = 244.00");
        assertThatThrownBy(() -> new VolumetricCharge(
                        terms("eau"),
                        List.of(charge.seasons().getFirst(), charge.seasons().getFirst()),
                        false))
                .isInstanceOf(SeasonsOverlap.class);
    }

    @Test
    void two_meters_of_one_period_are_one_use_for_the_bounds() {
        var tariff = SampleTariffs.of(VolumetricCharge.of(terms("eau"), scale("1", 100, "2")));
        var request = new RatingRequest(
                HOUSE,
                Optional.empty(),
                List.of(use(new Period(NEW_YEAR, JULY), 10), use(new Period(JULY, YEAR.until()), 100)),
                new Volume(0),
                YEAR.until(),
                Set.of());

        assertThat(told(new Rating(tariff, RULES).rate(request)))
                .containsExactly("eau 100.000 m³ × 1 = 100.00", "eau 10.000 m³ × 2 = 20.00");
    }

    @Test
    void nothing_used_shows_its_price_and_costs_nothing() {
        assertThat(told(rate(SampleTariffs.of(VolumetricCharge.of(terms("eau"), scale("1", 100, "2"))), use(YEAR, 0))))
                .containsExactly("eau 0.000 m³ × 1 = 0.00");
    }

    @Test
    void a_service_is_billed_where_it_is_asked_for() {
        var fee = new Fee(terms("ouverture", "20", RateBasis.DAY_OF_INVOICE), UnitPrice.euros("45"), true);
        var opening =
                new RatingRequest(HOUSE, Optional.empty(), List.of(), new Volume(0), NEW_YEAR, Set.of("ouverture"));

        assertThat(new Rating(SampleTariffs.of(fee), RULES)
                        .rate(opening)
                        .total()
                        .amount())
                .hasToString("54.00");
        assertThat(rate(SampleTariffs.of(fee), use(YEAR, 0)).lines()).isEmpty();
    }

    @Test
    void a_rate_of_vat_that_does_not_exist_is_refused_and_none_says_why() {
        for (var gone : List.of("19.6", "7", "2.1", "8.5")) {
            assertThatThrownBy(() -> Vat.of(gone)).isInstanceOf(UnknownVatRate.class);
        }
        assertThatThrownBy(() -> Vat.of("0")).isInstanceOf(VatMentionMisplaced.class);
        assertThat(Vat.exempt("TVA non applicable, article 293 B du CGI").mention())
                .startsWith("TVA non applicable");
        assertThat(Vat.of("5.50")).isEqualTo(Vat.of("5.5"));
    }

    private static List<String> told(Rated rated) {
        return rated.lines().stream().map(line -> told(line, rated)).toList();
    }

    private static String told(RatedLine line, Rated rated) {
        var unit = Map.of(
                        LineUnit.CUBIC_METRE, "m³", LineUnit.DAY, "jours", LineUnit.MONTH, "mois", LineUnit.PIECE, "×")
                .get(line.unit());
        return "%s %s %s × %s%s = %s"
                .formatted(
                        line.terms().code(),
                        line.quantity().amount().toPlainString(),
                        unit,
                        line.price().perUnit().toPlainString(),
                        line.priced() == 1 ? "" : " / " + line.priced(),
                        line.net(rated.rounding()).amount());
    }
}
