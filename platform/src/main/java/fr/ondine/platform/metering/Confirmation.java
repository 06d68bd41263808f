package fr.ondine.platform.metering;

import java.time.LocalDate;

/** Who found a reading right, and on which day. */
public record Confirmation(String by, LocalDate on) {}
