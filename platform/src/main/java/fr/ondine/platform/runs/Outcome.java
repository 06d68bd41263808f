package fr.ondine.platform.runs;

/** What becomes of an agreement in a run. */
sealed interface Outcome permits Bill, Parked {}
