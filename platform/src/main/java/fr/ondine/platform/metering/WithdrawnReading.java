package fr.ondine.platform.metering;

import fr.ondine.platform.kernel.Volume;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A reading that no longer stands.
 *
 * @param reason in the words of who withdrew it; empty where an import, or the subscriber themselves, sent another
 * @param replacedBy what the reading that took its place shows
 */
public record WithdrawnReading(Reading reading, String by, LocalDate on, String reason, Optional<Volume> replacedBy) {}
