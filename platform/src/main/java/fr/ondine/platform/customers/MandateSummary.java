package fr.ondine.platform.customers;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The mandate in force (mandat de prélèvement): enough for its holder to recognise the account, no more.
 *
 * @param creditor who may debit it (ICS); not known of a mandate that changed before papers said it
 */
public record MandateSummary(
        String reference,
        @Nullable String creditor,
        String maskedIban,
        @Nullable String bank,
        LocalDate signedOn) {}
