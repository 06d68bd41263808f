package fr.ondine.platform.tariffs;

import static fr.ondine.platform.tariffs.SampleTariffs.YEAR;
import static fr.ondine.platform.tariffs.SampleTariffs.terms;
import static fr.ondine.platform.tariffs.SampleTariffs.use;
import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.platform.kernel.Coefficient;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.kernel.UnitPrice;
import fr.ondine.platform.kernel.VatRate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bills that utilities have published come out to the cent, each by the convention that its leaflet follows. */
class PublishedBillsTests {

    /** BELLOVIC, price of drinking water as voted for each year: the totals of its leaflet, and of a lawful invoice. */
    @ParameterizedTest
    @CsvSource({
        "85, 87.81, 0.8297, 374.37, 374.04, 374.04, 374.04",
        "120, 87.81, 0.8297, 470.97, 470.51, 470.52, 470.51",
        "85, 95.50, 0.9024, 388.43, 388.67, 388.67, 388.67"
    })
    void bellovic_in_2022_and_2023(
            long volume, String standing, String price, String published, String invoice, String lines, String sum) {
        var tariff = SampleTariffs.of(
                SampleTariffs.standing("abonnement syndicat", "44.67"),
                SampleTariffs.standing("abonnement distributeur", standing),
                SampleTariffs.volume("part intercommunale", "1.3838"),
                SampleTariffs.volume("part distributeur", price),
                SampleTariffs.volume("préservation des ressources", "0.0690"),
                SampleTariffs.volume("lutte contre la pollution", "0.3300"));

        var rated = SampleTariffs.rate(tariff, use(YEAR, volume));

        assertThat(total(Convention.PRINTED_PRICE, rated)).isEqualTo(published);
        assertThat(total(Convention.LINES_THEN_VAT, rated)).isEqualTo(invoice);
        assertThat(total(Convention.LINES_WITH_VAT, rated)).isEqualTo(lines);
        assertThat(total(Convention.SUM_ALONE, rated)).isEqualTo(sum);
    }

    /** Saint-Brieuc Armor Agglomération, water and sewerage in 2023, published with VAT in its prices. */
    @Test
    void saint_brieuc_in_2023() {
        var prices = new ArrayList<Charge>();
        for (var perYear : List.of("37.53", "14.24", "56.606")) {
            prices.add(StandingCharge.of(withoutVat("abonnement " + perYear), UnitPrice.euros(perYear)));
        }
        for (var perCubicMetre : List.of("2.46708", "0.3165", "0.1760")) {
            prices.add(VolumetricCharge.of(
                    withoutVat("part " + perCubicMetre), TierScale.flat(UnitPrice.euros(perCubicMetre))));
        }
        prices.add(
                VolumetricCharge.of(withoutVat("eau"), SampleTariffs.scale("2.2453", 500, "1.7961", 6000, "1.1158")));

        var rated = SampleTariffs.rate(SampleTariffs.of(prices.toArray(Charge[]::new)), use(YEAR, 100));

        assertThat(total(Convention.SUM_ALONE, rated)).isEqualTo("628.86");
        assertThat(total(Convention.LINES_WITH_VAT, rated)).isEqualTo("628.87");
    }

    /** Montvendre in 2023: its prices, which are published; the total follows from them. */
    @Test
    void montvendre_in_2023() {
        var tariff = SampleTariffs.of(
                SampleTariffs.standing("abonnement eau", "48"),
                SampleTariffs.volume("eau", "0.91"),
                SampleTariffs.volume("pollution", "0.28"),
                StandingCharge.of(sewerage("abonnement"), UnitPrice.euros("19")),
                VolumetricCharge.of(sewerage("assainissement"), TierScale.flat(UnitPrice.euros("1.31"))),
                VolumetricCharge.of(sewerage("modernisation"), TierScale.flat(UnitPrice.euros("0.16"))));

        var rated = SampleTariffs.rate(tariff, use(YEAR, 120));

        assertThat(rated.nets())
                .containsEntry(new VatRate(new BigDecimal("5.5")), Money.euros("190.80"))
                .containsEntry(new VatRate(new BigDecimal("10")), Money.euros("195.40"));
        assertThat(rated.vat()).isEqualTo(Money.euros("30.03"));
        assertThat(rated.total()).isEqualTo(Money.euros("416.23"));
    }

    /** Syndicat de Mangiennes: a half cent goes to the even cent there, and up elsewhere. */
    @ParameterizedTest
    @CsvSource({
        "1.48,5.5,1.56",
        "1.30,5.5,1.37",
        "1.14,5.5,1.20",
        "23.00,5.5,24.26",
        "45.00,20,54.00",
        "150.00,20,180.00"
    })
    void mangiennes(String net, String vat, String published) {
        var fee = SampleTariffs.of(new Fee(terms("prix", vat, RateBasis.DAYS_OF_USE), UnitPrice.euros(net), false));
        var toEven = new RatingRules(RoundingMode.HALF_EVEN, DayCount.DAYS, TierReset.EACH_PERIOD);

        assertThat(SampleTariffs.rate(fee, toEven, use(YEAR, 0)).total()).isEqualTo(Money.euros(published));
    }

    @Test
    void the_half_cent_of_mangiennes_goes_up_by_default() {
        var fee = SampleTariffs.of(new Fee(terms("abonnement"), UnitPrice.euros("23.00"), false));

        assertThat(SampleTariffs.rate(fee, use(YEAR, 0)).total()).isEqualTo(Money.euros("24.27"));
    }

    /** Seine-Normandie in 2025: a levy is its basin's rate times the coefficient of the utility's networks. */
    @Test
    void the_levy_on_networks_in_seine_normandie() {
        assertThat(new LevyRate(UnitPrice.euros("0.085"), Coefficient.of("0.2")).price())
                .isEqualTo(UnitPrice.euros("0.017"));
    }

    private static ChargeTerms withoutVat(String code) {
        return terms(code, "0", RateBasis.DAYS_OF_USE);
    }

    private static ChargeTerms sewerage(String code) {
        return terms(code, "10", RateBasis.DAYS_OF_USE);
    }

    private static String total(Convention convention, Rated rated) {
        return convention.total(rated).amount().toString();
    }
}
