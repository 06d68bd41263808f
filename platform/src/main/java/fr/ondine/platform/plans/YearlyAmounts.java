package fr.ondine.platform.plans;

import fr.ondine.platform.billing.TrialPlace;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.kernel.Period;
import fr.ondine.platform.kernel.Volume;
import fr.ondine.platform.tariffs.DefaultTariffMissing;
import fr.ondine.platform.tariffs.LevyRateMissing;
import fr.ondine.platform.tariffs.Rating;
import fr.ondine.platform.tariffs.RatingRequest;
import fr.ondine.platform.tariffs.Tariff;
import fr.ondine.platform.tariffs.TariffMissing;
import fr.ondine.platform.tariffs.TariffVersion;
import fr.ondine.platform.tariffs.Tariffs;
import fr.ondine.platform.tariffs.Use;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds what a year will cost: the last year's use by today's prices, or else what was billed for it. */
@Component
class YearlyAmounts {

    private final Tariffs tariffs;
    private final PlanStore store;

    YearlyAmounts(Tariffs tariffs, PlanStore store) {
        this.tariffs = tariffs;
        this.store = store;
    }

    /** Empty where neither is known. */
    Optional<YearlyAmount> of(TrialPlace place, LocalDate today) {
        return place.yearly()
                .flatMap(used ->
                        rated(place, used, today).map(amount -> new YearlyAmount(amount, PlanBasis.TARIFF, used)))
                .or(() -> Optional.of(store.billed(place.agreement().id(), today.minusYears(1)))
                        .map(amount -> new YearlyAmount(amount, PlanBasis.BILLED, null)))
                .filter(year -> year.amount().isPositive());
    }

    private Optional<Money> rated(TrialPlace place, Volume used, LocalDate today) {
        try {
            var book = tariffs.all();
            var id = place.agreement().id();
            var choices = tariffs.choices(List.of(id)).getOrDefault(id, Collections.emptySortedMap());
            var tariff = ofTheYear(book.of(place.agreement().service(), choices).on(today), today);
            var year = new Use(Period.ofDays(today.withDayOfYear(1), today.withDayOfYear(today.lengthOfYear())), used);
            return Optional.of(new Rating(tariff, book.rules())
                    .rate(RatingRequest.of(place.traits(), year, today))
                    .total());
        } catch (DefaultTariffMissing | TariffMissing | LevyRateMissing unknown) {
            return Optional.empty();
        }
    }

    /** A calendar year of one version, so that neither tiers nor prices begin anew within it. */
    private static Tariff ofTheYear(TariffVersion version, LocalDate today) {
        return new Tariff(List.of(new TariffVersion(today.withDayOfYear(1), version.resolution(), version.charges())));
    }
}
