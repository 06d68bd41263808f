package fr.ondine.platform.fleet;

import fr.ondine.migrations.UtilityState;
import fr.ondine.platform.kernel.DomainException;
import java.util.Locale;

/** A utility cannot go from its state to the one asked for. */
public final class StateRefused extends DomainException {

    StateRefused(String slug, String from, UtilityState to) {
        super(
                "fleet.state-refused",
                slug,
                from.toLowerCase(Locale.ROOT),
                to.name().toLowerCase(Locale.ROOT));
    }
}
