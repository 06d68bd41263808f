package fr.ondine.platform.passkeys;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A passkey as its owner sees it in a list.
 *
 * @param host where it was made, and alone counts
 */
public record Passkey(
        UUID id,
        String name,
        String host,
        Instant addedAt,
        @Nullable Instant lastUsedAt) {}
