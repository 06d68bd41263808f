package fr.ondine.platform.tariffs;

import fr.ondine.platform.audit.AuditTrail;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes in what a utility's billing software bills by: versions that hold there already, and so are published here. What
 * is here as it comes is left alone; a version that is here otherwise is refused, as bills may rest on it.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class TariffArrivals {

    /** Who an arrival is written down under. */
    public static final String ACTOR = "import";

    private final StoredTariffs stored;
    private final StoredRules rules;
    private final Drafts drafts;
    private final LevyRates levies;
    private final AuditTrail audit;

    TariffArrivals(StoredTariffs stored, StoredRules rules, Drafts drafts, LevyRates levies, AuditTrail audit) {
        this.stored = stored;
        this.rules = rules;
        this.drafts = drafts;
        this.levies = levies;
        this.audit = audit;
    }

    /** The rate of a year, to be taken in before the tariffs that need it; whether it was not here like that. */
    public boolean take(LevyYear rate) {
        if (levies.all().contains(rate)) {
            return false;
        }
        levies.put(rate);
        return true;
    }

    /** A version, with its tariff where that is new; whether it was not here. */
    public boolean take(NewTariff tariff, TariffDraft version) {
        var content = version.version();
        var known = drafts.find(tariff.code());
        var earlier = known.flatMap(id -> at(id, content));
        if (earlier.isPresent()) {
            refuseUnlessEqual(earlier.get(), content);
            return false;
        }
        var added = drafts.add(known.orElseGet(() -> drafts.add(tariff)), content, ACTOR);
        // only what is stored has the rates of its levies
        var complete = stored.find(added).orElseThrow(UnknownTariff::new).content();
        Publishable.require(complete);
        // what already holds elsewhere was decided there
        var above = StandingShare.of(complete, rules.get()).stream().anyMatch(StandingShare::isAbove);
        drafts.publish(added, ACTOR, above);
        audit.record(
                ACTOR,
                "tariff.published",
                "tariff-version:" + added.value(),
                content.validFrom() + " " + content.resolution());
        return true;
    }

    private Optional<StoredVersion> at(TariffId tariff, TariffVersion content) {
        return stored.of(tariff).stream()
                .filter(version -> version.content().validFrom().equals(content.validFrom()))
                .findFirst();
    }

    private static void refuseUnlessEqual(StoredVersion known, TariffVersion content) {
        if (known.isDraft()) {
            throw new TwoVersionsOneDay(content.validFrom());
        }
        if (!known.content().resolution().equals(content.resolution())
                || !ChargeChange.between(known.content(), content).isEmpty()) {
            throw new VersionPublished(content.validFrom());
        }
    }
}
