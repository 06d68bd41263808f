package fr.ondine.platform.operators;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A key (clé d'accès) by which a program acts in an operator's name, as that operator's list shows it. */
public record OperatorKey(
        UUID id,
        String name,
        Permission permission,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant lastUsedAt) {

    public boolean isExpiredAt(Instant moment) {
        return !moment.isBefore(expiresAt);
    }
}
