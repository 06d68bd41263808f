package fr.ondine.platform.identity;

import java.time.Instant;
import java.util.UUID;

/**
 * Where a person is signed in.
 *
 * @param remembered whether it stays so when the session ends
 * @param current whether it is the one that asks
 */
public record SignedInDevice(UUID id, Browser browser, Instant lastUsed, boolean remembered, boolean current) {}
