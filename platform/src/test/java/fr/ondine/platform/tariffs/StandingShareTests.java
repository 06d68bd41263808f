package fr.ondine.platform.tariffs;

import static fr.ondine.platform.tariffs.SampleTariffs.RULES;
import static fr.ondine.platform.tariffs.SampleTariffs.from;
import static fr.ondine.platform.tariffs.SampleTariffs.scale;
import static fr.ondine.platform.tariffs.SampleTariffs.standing;
import static fr.ondine.platform.tariffs.SampleTariffs.terms;
import static fr.ondine.platform.tariffs.SampleTariffs.volume;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import fr.ondine.platform.kernel.UnitPrice;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The cap of the arrêté of 6 August 2007 on standing charges, at 120 m³ for one dwelling and twelve months. */
class StandingShareTests {

    private static final LocalDate JULY = LocalDate.of(2025, 7, 1);

    @Test
    void thirty_percent_exactly_is_within_the_cap_and_a_cent_more_is_not() {
        assertThat(share(StandingCap.ORDINARY, standing("abonnement", "36"), volume("eau", "0.70")))
                .satisfies(share -> {
                    assertThat(share.percent()).isEqualByComparingTo("30");
                    assertThat(share.isAbove()).isFalse();
                });
        assertThat(share(StandingCap.ORDINARY, standing("abonnement", "36.01"), volume("eau", "0.70")))
                .satisfies(share -> {
                    assertThat(share.percent()).isEqualByComparingTo("30.1");
                    assertThat(share.isAbove()).isTrue();
                });
    }

    @Test
    void a_rural_utility_may_go_to_forty_and_a_touristic_one_beyond() {
        var charges = new Charge[] {standing("abonnement", "48"), volume("eau", "0.60")};

        assertThat(share(StandingCap.ORDINARY, charges).isAbove()).isTrue();
        assertThat(share(StandingCap.RURAL, charges).isAbove()).isFalse();
        assertThat(share(StandingCap.RURAL, standing("abonnement", "49"), volume("eau", "0.60"))
                        .isAbove())
                .isTrue();
        assertThat(share(StandingCap.TOURIST, standing("abonnement", "200"), volume("eau", "0.60"))
                        .isAbove())
                .isFalse();
    }

    @Test
    void tiers_are_gone_through_once_whatever_day_of_the_year_the_version_begins() {
        var share = share(
                StandingCap.ORDINARY,
                standing("abonnement", "10"),
                VolumetricCharge.of(terms("eau"), scale("0.10", 100, "1.00")));

        assertThat(share.total().amount()).hasToString("40.00");
    }

    @Test
    void levies_do_not_count_and_water_and_sewerage_are_judged_apart() {
        var agency = new ChargeTerms(
                "agence",
                "préservation",
                InvoiceSection.WATER,
                Beneficiary.WATER_AGENCY,
                Vat.of("5.5"),
                RateBasis.DAYS_OF_USE);
        var sewerage = new ChargeTerms(
                "assainissement",
                "assainissement",
                InvoiceSection.SEWERAGE,
                Beneficiary.MUNICIPALITY,
                Vat.of("10"),
                RateBasis.DAYS_OF_USE);
        var version = from(
                JULY,
                standing("abonnement", "36"),
                volume("eau", "0.70"),
                VolumetricCharge.of(agency, TierScale.flat(UnitPrice.euros("9"))),
                new Levy(terms("levy"), "Seine-Normandie", new TreeMap<>()),
                StandingCharge.of(sewerage, UnitPrice.euros("50")));

        assertThat(StandingShare.of(version, new TariffRules(RULES, StandingCap.ORDINARY)))
                .extracting(StandingShare::section, StandingShare::isAbove)
                .containsExactly(tuple(InvoiceSection.WATER, false), tuple(InvoiceSection.SEWERAGE, true));
    }

    @Test
    void a_price_by_diameter_is_that_of_a_dwellings_meter() {
        var charge = new StandingCharge(
                terms("abonnement"), UnitPrice.euros("500"), Map.of(15, UnitPrice.euros("12")), true);

        assertThat(share(StandingCap.ORDINARY, charge, volume("eau", "1"))
                        .standing()
                        .amount())
                .hasToString("12.00");
    }

    private static StandingShare share(StandingCap cap, Charge... charges) {
        return StandingShare.of(new TariffVersion(JULY, "2025-06", List.of(charges)), new TariffRules(RULES, cap))
                .getFirst();
    }
}
