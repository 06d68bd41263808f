package fr.ondine.platform.metering;

import java.util.Optional;

/**
 * Which readings staff look at.
 *
 * @param doubt of that kind alone
 * @param text the beginning of a contract's number, of a meter's serial or of a holder's name; blank for all
 * @param isConfirmed those that were found right instead of those that wait
 */
public record CheckFilter(Optional<Doubt> doubt, String text, boolean isConfirmed) {

    /** All that wait. */
    public static final CheckFilter ALL = new CheckFilter(Optional.empty(), "", false);
}
