package fr.ondine.platform.tariffs;

import fr.ondine.platform.kernel.Period;
import fr.ondine.platform.kernel.UnitPrice;
import fr.ondine.platform.kernel.Volume;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** SampleTariffs to try rules with. */
final class SampleTariffs {

    static final ServiceTraits HOUSE = new ServiceTraits(15, 1);
    static final RatingRules RULES = new RatingRules(RoundingMode.HALF_UP, DayCount.DAYS, TierReset.EACH_PERIOD);
    static final Period YEAR = Period.ofDays(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31));

    private SampleTariffs() {}

    static ChargeTerms terms(String code) {
        return terms(code, "5.5", RateBasis.DAYS_OF_USE);
    }

    static ChargeTerms terms(String code, String vat, RateBasis basis) {
        return new ChargeTerms(
                code,
                code,
                InvoiceSection.WATER,
                Beneficiary.OPERATOR,
                vat.equals("0") ? Vat.exempt("TVA non applicable") : Vat.of(vat),
                basis);
    }

    static StandingCharge standing(String code, String perYear) {
        return StandingCharge.of(terms(code), UnitPrice.euros(perYear));
    }

    static VolumetricCharge volume(String code, String price) {
        return VolumetricCharge.of(terms(code), TierScale.flat(UnitPrice.euros(price)));
    }

    /** {@code scale("2", 10, "2.5", 20, "8")}: a price, the bound at which the next begins, and so on. */
    static TierScale scale(Object... pricesAndBounds) {
        var tiers = new ArrayList<Tier>();
        var from = new Volume(0);
        for (var at = 0; at < pricesAndBounds.length; at += 2) {
            var to = at + 1 < pricesAndBounds.length
                    ? Volume.ofCubicMetres(((Number) pricesAndBounds[at + 1]).longValue())
                    : null;
            tiers.add(new Tier(from, to, UnitPrice.euros((String) pricesAndBounds[at])));
            from = to;
        }
        return new TierScale(tiers);
    }

    static TariffVersion from(LocalDate day, Charge... charges) {
        return new TariffVersion(day, "2024-12-05/3", List.of(charges));
    }

    static Tariff of(Charge... charges) {
        return new Tariff(List.of(from(LocalDate.of(2020, 1, 1), charges)));
    }

    static Use use(Period period, long cubicMetres) {
        return new Use(period, Volume.ofCubicMetres(cubicMetres));
    }

    static Rated rate(Tariff tariff, RatingRules rules, Use use) {
        return new Rating(tariff, rules)
                .rate(RatingRequest.of(HOUSE, use, use.period().until()));
    }

    static Rated rate(Tariff tariff, Use use) {
        return rate(tariff, RULES, use);
    }
}
