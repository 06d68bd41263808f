package fr.ondine.platform.staff;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person of the team as its list shows them.
 *
 * @param invitedUntil until when the last invitation can be accepted, while there is one
 */
public record StaffSummary(
        UUID id,
        String email,
        String name,
        StaffRole role,
        StaffState state,
        @Nullable Instant invitedUntil,
        @Nullable Instant lastSignInAt) {}
