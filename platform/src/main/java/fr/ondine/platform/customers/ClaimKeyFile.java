package fr.ondine.platform.customers;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What staff see of an agreement's claim key, which is never the key itself.
 *
 * @param number of the agreement, as it is printed
 * @param isThere whether the agreement has one
 * @param renewals how often staff renewed it
 * @param renewedOn the day on which they last did; null when nobody ever did
 */
public record ClaimKeyFile(
        String number,
        boolean isThere,
        int renewals,
        @Nullable LocalDate renewedOn) {}
