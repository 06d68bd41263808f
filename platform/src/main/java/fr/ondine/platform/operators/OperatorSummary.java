package fr.ondine.platform.operators;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An operator as the list shows them.
 *
 * @param invitedUntil until when the last invitation can be accepted, while there is one
 */
public record OperatorSummary(
        UUID id,
        String email,
        String name,
        Permission permission,
        OperatorState state,
        @Nullable Instant invitedUntil,
        @Nullable Instant lastSignInAt) {}
