package fr.ondine.platform.leaks;

import java.util.Optional;

/**
 * Which files staff look at.
 *
 * @param state of one state alone; empty for those that are open
 * @param isLate only those whose month is over without a certificate
 * @param text the beginning of a contract's number or of a holder's name; blank for all
 */
public record LeakFilter(Optional<LeakState> state, boolean isLate, String text) {

    /** All that are open. */
    public static final LeakFilter OPEN = new LeakFilter(Optional.empty(), false, "");
}
