package fr.ondine.platform.tariffs;

import fr.ondine.platform.kernel.DomainException;
import java.time.LocalDate;

/** A version that was published and stays as it is. */
public final class VersionPublished extends DomainException {

    VersionPublished(LocalDate day) {
        super("tariffs.version-published", day);
    }
}
