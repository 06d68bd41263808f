package fr.ondine.platform.billing;

import java.time.Instant;

/**
 * Somebody took what goes by post to print it.
 *
 * @param many how many there were then; where nobody knows that any more, as many as can be
 */
public record PostTaken(Instant at, String by, long many) {}
