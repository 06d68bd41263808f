package fr.ondine.platform.provider;

import fr.ondine.platform.identity.CurrentUser;
import fr.ondine.platform.identity.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a program was let do, for whom and until when: a row without any secret. */
record Granted(
        UUID id,
        UUID client,
        @Nullable UUID user,
        int securityVersion,
        String grantType,
        Set<String> requested,
        Set<String> scopes,
        @Nullable String redirect,
        @Nullable String clientState,
        @Nullable String challenge,
        @Nullable String nonce,
        @Nullable Instant shownAt,
        @Nullable Instant codeExpiresAt,
        boolean codeWasUsed,
        Instant createdAt,
        Instant endsAt) {

    static final String COLUMNS = "a.id, a.client_id, a.user_id, a.security_version, a.grant_type, a.requested_scopes,"
            + " a.scopes, a.redirect_uri, a.client_state, a.code_challenge, a.nonce, a.shown_at, a.code_expires_at,"
            + " a.code_used_at, a.created_at, a.ends_at";

    static Granted of(ResultSet row, int number) throws SQLException {
        return new Granted(
                row.getObject("id", UUID.class),
                row.getObject("client_id", UUID.class),
                row.getObject("user_id", UUID.class),
                row.getInt("security_version"),
                row.getString("grant_type"),
                new LinkedHashSet<>(ClientStore.texts(row, "requested_scopes")),
                new LinkedHashSet<>(ClientStore.texts(row, "scopes")),
                row.getString("redirect_uri"),
                row.getString("client_state"),
                row.getString("code_challenge"),
                row.getString("nonce"),
                instant(row.getTimestamp("shown_at")),
                instant(row.getTimestamp("code_expires_at")),
                row.getTimestamp("code_used_at") != null,
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("ends_at").toInstant());
    }

    /** The subscriber who agreed, as they were then: a session that ended since has ended this too. */
    Optional<CurrentUser> person(String utility) {
        return Optional.ofNullable(user)
                .map(known -> new CurrentUser(utility, new UserId(known), "", "", securityVersion));
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
