package fr.ondine.platform.leaks;

import java.time.LocalDate;

/** What staff decided of a file, and why. */
public record LeakDecision(LocalDate on, String by, String reason) {}
