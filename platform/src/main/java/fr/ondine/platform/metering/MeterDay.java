package fr.ondine.platform.metering;

import java.time.LocalDate;

/** A meter on a day, of which a reading was pushed. */
record MeterDay(String serial, LocalDate day) {}
