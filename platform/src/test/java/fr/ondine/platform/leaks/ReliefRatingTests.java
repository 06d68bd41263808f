package fr.ondine.platform.leaks;

import static fr.ondine.platform.kernel.Money.euros;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import fr.ondine.platform.credits.CreditableLine;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.kernel.Period;
import fr.ondine.platform.kernel.Quantity;
import fr.ondine.platform.kernel.UnitPrice;
import fr.ondine.platform.kernel.VatRate;
import fr.ondine.platform.kernel.Volume;
import fr.ondine.platform.tariffs.Beneficiary;
import fr.ondine.platform.tariffs.Charge;
import fr.ondine.platform.tariffs.ChargeTerms;
import fr.ondine.platform.tariffs.DayCount;
import fr.ondine.platform.tariffs.InvoiceSection;
import fr.ondine.platform.tariffs.LineUnit;
import fr.ondine.platform.tariffs.RateBasis;
import fr.ondine.platform.tariffs.RatedLine;
import fr.ondine.platform.tariffs.Rating;
import fr.ondine.platform.tariffs.RatingRequest;
import fr.ondine.platform.tariffs.RatingRules;
import fr.ondine.platform.tariffs.ServiceTraits;
import fr.ondine.platform.tariffs.StandingCharge;
import fr.ondine.platform.tariffs.Tariff;
import fr.ondine.platform.tariffs.TariffVersion;
import fr.ondine.platform.tariffs.Tier;
import fr.ondine.platform.tariffs.TierReset;
import fr.ondine.platform.tariffs.TierScale;
import fr.ondine.platform.tariffs.Use;
import fr.ondine.platform.tariffs.Vat;
import fr.ondine.platform.tariffs.VolumetricCharge;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReliefRatingTests {

    private static final LocalDate NEW_YEAR = LocalDate.of(2026, 1, 1);
    private static final Period SPRING = new Period(NEW_YEAR, LocalDate.of(2026, 7, 1));
    private static final Volume MEAN = Volume.ofCubicMetres(62);
    private static final Volume LEAK = Volume.ofCubicMetres(400);

    private final List<Charge> charges = new ArrayList<>(List.of(
            StandingCharge.of(terms("Abonnement", InvoiceSection.WATER, "5.5"), UnitPrice.euros("36.50")),
            flat("Consommation", InvoiceSection.WATER, "5.5", "1.5347"),
            flat("Collecte et traitement", InvoiceSection.SEWERAGE, "10", "2.2345"),
            flat("consommation eau potable (agence de l'eau)", InvoiceSection.PUBLIC_BODIES, "5.5", "0.34"),
            flat(
                    "performance des systèmes d'assainissement collectif (agence de l'eau)",
                    InvoiceSection.PUBLIC_BODIES,
                    "10",
                    "0.0733")));
    private TierReset reset = TierReset.EACH_PERIOD;
    private List<Use> uses = List.of(new Use(SPRING, LEAK));

    @Test
    void water_and_its_levies_are_due_up_to_twice_the_mean_and_sewerage_up_to_the_mean() {
        var lines = lines(Relief.certified(LEAK, MEAN));

        assertThat(lines)
                .extracting(
                        line -> line.billed().label(),
                        line -> line.due().amount().intValueExact(),
                        RelievedLine::taken)
                .containsExactly(
                        // 613.88 less 190.30, 893.80 less 138.54, 136.00 less 42.16, 29.32 less 4.54
                        tuple("Consommation", 124, euros("423.58")),
                        tuple("Collecte et traitement", 62, euros("755.26")),
                        tuple("consommation eau potable (agence de l'eau)", 124, euros("93.84")),
                        tuple(
                                "performance des systèmes d'assainissement collectif (agence de l'eau)",
                                62,
                                euros("24.78")));
    }

    @Test
    void all_of_an_agreement_for_sewerage_follows_sewerage() {
        charges.removeIf(charge -> charge.terms().section() == InvoiceSection.SEWERAGE);

        assertThat(new ReliefRating(rating(), request(uses), RoundingMode.HALF_UP, true)
                        .lines(billed(uses), Relief.certified(LEAK, MEAN)))
                .extracting(line -> line.due().amount().intValueExact())
                .containsOnly(62);
    }

    @Test
    void a_levy_follows_sewerage_because_its_tariff_says_so_whatever_its_name() {
        charges.clear();
        charges.add(VolumetricCharge.of(
                new ChargeTerms(
                        "EPU",
                        "Épuration",
                        InvoiceSection.PUBLIC_BODIES,
                        Beneficiary.OTHER_BODY,
                        Vat.of("10"),
                        RateBasis.DAYS_OF_USE,
                        true),
                TierScale.flat(UnitPrice.euros("0.10"))));
        charges.add(flat("Soutien d'étiage", InvoiceSection.PUBLIC_BODIES, "10", "0.05"));

        assertThat(lines(Relief.certified(LEAK, MEAN)))
                .extracting(
                        line -> line.billed().label(),
                        line -> line.due().amount().intValueExact())
                .containsExactly(tuple("Épuration", 62), tuple("Soutien d'étiage", 124));
    }

    @Test
    void the_levies_of_an_invoice_whose_tariff_is_not_known_are_told_by_the_names_that_the_law_gave_them() {
        var rating = new ReliefRating(new Rating(Tariff.NONE, rules()), request(uses), RoundingMode.HALF_UP, false);

        assertThat(rating.lines(
                        List.of(
                                body(0, "Lutte contre la pollution (agence de l'eau)"),
                                body(1, "Modernisation des réseaux de collecte (agence de l'eau)"),
                                body(2, "Performance des systèmes d'assainissement collectif (agence de l'eau)")),
                        Relief.certified(LEAK, MEAN)))
                .extracting(line -> line.due().amount().intValueExact())
                .containsExactly(124, 62, 62);
    }

    @Test
    void tiers_are_filled_anew_from_the_first() {
        tiered();

        assertThat(lines(Relief.certified(LEAK, MEAN)))
                .extracting(
                        line -> line.billed().price().perUnit().toPlainString(),
                        line -> line.due().amount().toPlainString())
                .as("181 of 365 days: 59.506 m³ of the first tier, which stays whole")
                .containsExactly(tuple("3", "64.494"));
    }

    @Test
    void an_exchanged_meter_and_tiers_of_a_year_make_the_same_sum_as_a_bill_of_that_volume() {
        tiered();
        reset = TierReset.EACH_YEAR;
        var middle = LocalDate.of(2026, 3, 10);
        uses = List.of(
                new Use(new Period(NEW_YEAR, middle), Volume.ofCubicMetres(100)),
                new Use(new Period(middle, SPRING.until()), Volume.ofCubicMetres(300)));

        var taken = lines(Relief.certified(LEAK, MEAN)).stream()
                .map(RelievedLine::taken)
                .reduce(Money.zero(), Money::plus);

        var due = List.of(
                new Use(new Period(NEW_YEAR, middle), Volume.ofCubicMetres(31)),
                new Use(new Period(middle, SPRING.until()), Volume.ofCubicMetres(93)));
        assertThat(sum(billed(uses)).minus(taken)).isEqualTo(sum(billed(due)));
    }

    @Test
    void an_invoice_that_came_by_import_is_relieved_at_its_one_price() {
        var line = line(0, "Consommation", "400.000", "1.80", "720.00");
        var rating = new ReliefRating(new Rating(Tariff.NONE, rules()), request(uses), RoundingMode.HALF_UP, false);

        assertThat(rating.lines(List.of(line), Relief.certified(LEAK, MEAN)))
                .extracting(RelievedLine::net)
                .containsExactly(euros("223.20"));
    }

    @Test
    void a_line_that_is_not_found_again_from_its_tariff_is_left_to_a_person() {
        var line = line(0, "Consommation", "380.000", "1.80", "684.00");
        var rating = new ReliefRating(rating(), request(uses), RoundingMode.HALF_UP, false);

        assertThatThrownBy(() -> rating.lines(List.of(line), Relief.certified(LEAK, MEAN)))
                .isInstanceOf(ReliefNotRated.class);
    }

    @Test
    void what_an_estimate_is_taken_back_by_stays() {
        var all = new ArrayList<>(billed(uses));
        all.add(line(9, "Consommation", "-50.000", "1.5347", "-76.74"));

        assertThat(new ReliefRating(rating(), request(uses), RoundingMode.HALF_UP, false)
                        .lines(all, Relief.certified(LEAK, MEAN)))
                .extracting(line -> line.billed().position())
                .doesNotContain(9);
    }

    @Test
    void no_line_ever_costs_more_afterwards_and_all_litres_are_shared_out() {
        tiered();
        var random = new Random(11);
        for (var time = 0; time < 200; time++) {
            reset = random.nextBoolean() ? TierReset.EACH_PERIOD : TierReset.EACH_YEAR;
            var middle = NEW_YEAR.plusDays(1 + random.nextInt(180));
            uses = List.of(
                    new Use(new Period(NEW_YEAR, middle), new Volume(random.nextInt(300_000))),
                    new Use(new Period(middle, SPRING.until()), new Volume(random.nextInt(300_000))));
            var used = uses.get(0).volume().plus(uses.get(1).volume());
            var relief = Relief.certified(used, new Volume(1 + random.nextInt(150_000)));

            assertThat(lines(relief))
                    .allSatisfy(line -> assertThat(line.taken().isNegative()).isFalse());
            assertThat(ReliefRating.shared(uses, relief.water()).stream()
                            .map(Use::volume)
                            .reduce(new Volume(0), Volume::plus))
                    .isEqualTo(relief.water());
        }
    }

    /** 2 € a m³ for the first 120 of a year, then 3 €. */
    private void tiered() {
        var bound = Volume.ofCubicMetres(120);
        var tiers = new TierScale(List.of(
                new Tier(new Volume(0), bound, UnitPrice.euros("2")), new Tier(bound, null, UnitPrice.euros("3"))));
        charges.clear();
        charges.add(VolumetricCharge.of(terms("Consommation", InvoiceSection.WATER, "5.5"), tiers));
    }

    private List<RelievedLine> lines(Relief relief) {
        return new ReliefRating(rating(), request(uses), RoundingMode.HALF_UP, false).lines(billed(uses), relief);
    }

    private List<CreditableLine> billed(List<Use> some) {
        var lines = new ArrayList<CreditableLine>();
        for (var line : rating().rate(request(some)).lines()) {
            lines.add(billed(lines.size(), line));
        }
        return lines;
    }

    private static CreditableLine billed(int position, RatedLine line) {
        var unit = line.unit() == LineUnit.CUBIC_METRE ? "m³" : "jours";
        var net = line.net(RoundingMode.HALF_UP);
        return new CreditableLine(
                position,
                line.terms().section().name(),
                line.terms().label(),
                new Quantity(line.quantity().amount(), unit),
                line.price(),
                line.priced(),
                line.terms().vat().rate(),
                net,
                net);
    }

    private static CreditableLine body(int position, String label) {
        return line(position, "PUBLIC_BODIES", label, "400.000", "0.10", "40.00");
    }

    private static CreditableLine line(int position, String label, String quantity, String price, String net) {
        return line(position, "WATER", label, quantity, price, net);
    }

    private static CreditableLine line(
            int position, String section, String label, String quantity, String price, String net) {
        return new CreditableLine(
                position,
                section,
                label,
                new Quantity(new BigDecimal(quantity), "m³"),
                UnitPrice.euros(price),
                1,
                new VatRate(new BigDecimal("5.50")),
                euros(net),
                euros(net));
    }

    private static Money sum(List<CreditableLine> lines) {
        return lines.stream().map(CreditableLine::net).reduce(Money.zero(), Money::plus);
    }

    private Rating rating() {
        return new Rating(new Tariff(List.of(new TariffVersion(LocalDate.of(2020, 1, 1), "2019/3", charges))), rules());
    }

    private RatingRules rules() {
        return new RatingRules(RoundingMode.HALF_UP, DayCount.DAYS, reset);
    }

    private static RatingRequest request(List<Use> some) {
        return new RatingRequest(
                new ServiceTraits(15, 1), Optional.empty(), some, new Volume(0), SPRING.until(), Set.of());
    }

    private static VolumetricCharge flat(String label, InvoiceSection section, String vat, String price) {
        return VolumetricCharge.of(terms(label, section, vat), TierScale.flat(UnitPrice.euros(price)));
    }

    private static ChargeTerms terms(String label, InvoiceSection section, String vat) {
        return new ChargeTerms(label, label, section, Beneficiary.OPERATOR, Vat.of(vat), RateBasis.DAYS_OF_USE);
    }
}
