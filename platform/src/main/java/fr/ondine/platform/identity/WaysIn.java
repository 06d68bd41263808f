package fr.ondine.platform.identity;

import java.time.Instant;
import java.util.Optional;

/**
 * By what a person may sign in.
 *
 * @param franceConnect since when FranceConnect opens the account, if it does
 */
public record WaysIn(boolean password, Optional<Instant> franceConnect) {}
