package fr.ondine.platform.reminders;

import java.time.LocalDate;

/** Excuses that were sent for a letter, by mail or else on paper. */
public record Apology(ApologyId id, LocalDate sentOn, boolean byMail) {}
