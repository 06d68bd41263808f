package fr.ondine.platform.runs;

import java.time.Instant;

/**
 * A billing run as it was ordered.
 *
 * @param seenUntil what was read or sent later waits for the next one, so that what is simulated is what is issued
 */
record Run(RunId id, RunTerms terms, Perimeter perimeter, RunState state, boolean isPaused, Instant seenUntil) {}
