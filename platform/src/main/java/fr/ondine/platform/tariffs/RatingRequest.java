package fr.ondine.platform.tariffs;

import fr.ondine.platform.kernel.Period;
import fr.ondine.platform.kernel.Volume;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is to be rated.
 *
 * @param standing the days of which standing charges are due; they need not be those of the use; empty for none
 * @param uses one after the other, of each meter that was there
 * @param usedBefore in the calendar year of the first use, billed already: where tiers begin anew each year
 * @param services codes of the fees on request that are due
 */
public record RatingRequest(
        ServiceTraits traits,
        Optional<Period> standing,
        List<Use> uses,
        Volume usedBefore,
        LocalDate issuedOn,
        Set<String> services) {

    public RatingRequest {
        uses = List.copyOf(uses);
        services = Set.copyOf(services);
    }

    /** A period of which all is due: its standing charges and its use. */
    public static RatingRequest of(ServiceTraits traits, Use use, LocalDate issuedOn) {
        return new RatingRequest(traits, Optional.of(use.period()), List.of(use), new Volume(0), issuedOn, Set.of());
    }
}
