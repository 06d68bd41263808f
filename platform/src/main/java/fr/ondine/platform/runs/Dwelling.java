package fr.ondine.platform.runs;

import fr.ondine.platform.kernel.Volume;
import java.util.Optional;

/**
 * A place where people live: a use of more than twice the mean is told there (loi Warsmann).
 *
 * @param ofZone what as many comparable ones use in a year, where the utility says so
 */
record Dwelling(Optional<Volume> ofZone) {}
