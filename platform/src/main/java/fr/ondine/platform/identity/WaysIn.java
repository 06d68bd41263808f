package fr.ondine.platform.identity;

import java.time.Instant;
import java.util.Optional;

/**
 * By what a person may sign in.
 *
 * @param franceConnect since when FranceConnect opens the account, if it does
 * @param passkey whether a passkey does, at one of the utility's hosts
 */
public record WaysIn(boolean password, Optional<Instant> franceConnect, boolean passkey) {

    /** Whether FranceConnect could be given up. */
    public boolean hasOtherThanFranceConnect() {
        return password || passkey;
    }
}
