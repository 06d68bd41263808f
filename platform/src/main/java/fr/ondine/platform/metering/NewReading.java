package fr.ondine.platform.metering;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A reading as staff type it.
 *
 * @param day nothing where none, or none that exists, was typed
 * @param register in cubic metres, with a comma before the litres if they are known
 */
public record NewReading(@Nullable LocalDate day, String register, ReadingSource source) {}
