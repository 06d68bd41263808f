package fr.ondine.platform.staff;

import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.tenancy.TenantContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A staff account as it is at one moment. */
record StaffAccount(
        UUID id,
        EmailAddress email,
        String name,
        StaffRole role,
        StaffState state,
        @Nullable String passwordHash,
        byte @Nullable [] sealedKey,
        int securityVersion,
        @Nullable Instant invitedUntil,
        @Nullable Instant lastSignInAt) {

    static final String COLUMNS =
            "id, email, name, role, newer_role, state, password_hash, totp_secret, security_version,"
                    + " invitation_expires_at, last_sign_in_at";

    static StaffAccount of(ResultSet row, int number) throws SQLException {
        return new StaffAccount(
                row.getObject("id", UUID.class),
                new EmailAddress(row.getString("email")),
                row.getString("name"),
                StoredRole.of(row.getString("role"), row.getString("newer_role")),
                StaffState.valueOf(row.getString("state")),
                row.getString("password_hash"),
                row.getBytes("totp_secret"),
                row.getInt("security_version"),
                instant(row.getTimestamp("invitation_expires_at")),
                instant(row.getTimestamp("last_sign_in_at")));
    }

    boolean isActive() {
        return state == StaffState.ACTIVE;
    }

    CurrentStaff signedIn() {
        return new CurrentStaff(TenantContext.current().slug(), id, email.value(), name, role, securityVersion);
    }

    StaffSummary summary() {
        return new StaffSummary(id, email.value(), name, role, state, invitedUntil, lastSignInAt);
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
