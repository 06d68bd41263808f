package fr.ondine.platform.customers;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The mandate in force (mandat de prélèvement): enough for its holder to recognise the account, no more. */
public record MandateSummary(
        String reference, String maskedIban, @Nullable String bank, LocalDate signedOn) {}
