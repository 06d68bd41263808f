package fr.ondine.platform.tariffs;

import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.StaffPermission;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Rates a use by a version, draft or published, beside what it costs without it (simulation); nothing is kept. */
@Service
@Transactional(readOnly = true)
public class TariffTrials {

    private final StoredTariffs stored;
    private final StoredRules rules;

    TariffTrials(StoredTariffs stored, StoredRules rules) {
        this.stored = stored;
        this.rules = rules;
    }

    /** Refused as the bill itself would be, where something was never entered. */
    public Trial rate(CurrentStaff who, VersionId version, RatingRequest request) {
        who.require(StaffPermission.LOOK);
        var tried = stored.find(version).orElseThrow(UnknownTariff::new);
        var others = stored.published(tried.tariff()).versions().stream()
                .filter(other -> !other.validFrom().equals(tried.content().validFrom()))
                .toList();
        var all = Stream.concat(others.stream(), Stream.of(tried.content())).toList();
        var rating = rules.get().rating();
        return new Trial(new Rating(new Tariff(all), rating).rate(request), without(others, rating, request));
    }

    private static Optional<Rated> without(List<TariffVersion> others, RatingRules rules, RatingRequest request) {
        try {
            return Optional.of(new Rating(new Tariff(others), rules).rate(request));
        } catch (TariffMissing firstVersion) {
            return Optional.empty();
        }
    }
}
