package fr.ondine.platform.operators;

import fr.ondine.platform.kernel.EmailAddress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An operator's account as it is at one moment. */
record OperatorAccount(
        UUID id,
        EmailAddress email,
        String name,
        Permission permission,
        OperatorState state,
        @Nullable String passwordHash,
        byte @Nullable [] sealedKey,
        int securityVersion,
        @Nullable Instant invitedUntil,
        @Nullable Instant lastSignInAt) {

    static final String COLUMNS = "id, email, name, permission, state, password_hash, totp_secret, security_version,"
            + " invitation_expires_at, last_sign_in_at";

    static OperatorAccount of(ResultSet row, int number) throws SQLException {
        return new OperatorAccount(
                row.getObject("id", UUID.class),
                new EmailAddress(row.getString("email")),
                row.getString("name"),
                Permission.valueOf(row.getString("permission")),
                OperatorState.valueOf(row.getString("state")),
                row.getString("password_hash"),
                row.getBytes("totp_secret"),
                row.getInt("security_version"),
                instant(row.getTimestamp("invitation_expires_at")),
                instant(row.getTimestamp("last_sign_in_at")));
    }

    boolean isActive() {
        return state == OperatorState.ACTIVE;
    }

    CurrentOperator signedIn() {
        return new CurrentOperator(id, email.value(), name, permission, securityVersion);
    }

    OperatorSummary summary() {
        return new OperatorSummary(id, email.value(), name, permission, state, invitedUntil, lastSignInAt);
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
