package fr.ondine.platform.tenancy;

import java.time.Duration;

/**
 * What came of asking for a permit.
 *
 * @param left how many there still are
 * @param pause how long to wait for one: zero when one was taken
 */
public record Permits(long left, Duration pause) {}
