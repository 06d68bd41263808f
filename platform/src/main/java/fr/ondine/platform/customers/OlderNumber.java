package fr.ondine.platform.customers;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A number that an agreement bore until it was re-numbered, and the operator of that time. */
public record OlderNumber(
        String number, LocalDate replacedOn, @Nullable String operator) {}
