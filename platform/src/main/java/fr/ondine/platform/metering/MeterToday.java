package fr.ondine.platform.metering;

import java.util.Optional;

/**
 * The meter that a subscriber may read today.
 *
 * @param before what was known of it before today, with which a reading is compared
 * @param sent what was sent today already; a further one takes its place
 */
public record MeterToday(MeterState before, Optional<Reading> sent) {}
