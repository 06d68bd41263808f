package fr.ondine.platform.oldaccounts;

import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.kernel.RawToken;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who has shown that a former login is theirs, and waits for a click in a mailbox. */
@Repository
class OldRequests {

    record Request(UUID id, UUID login, UserId user) {}

    private static final String SELECT = "select id, old_login_id, user_id from old_login_request where ";

    private final JdbcClient database;

    OldRequests(JdbcClient database) {
        this.database = database;
    }

    void file(Request request, @Nullable RawToken link, Instant now, Instant expiresAt) {
        database.sql(
                        "delete from old_login_request where old_login_id = :login and link is not null and expires_at < :now")
                .param("login", request.login())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        database.sql("""
                        insert into old_login_request (id, old_login_id, user_id, link, created_at, expires_at)
                        values (:id, :login, :user, :link, :now, :expires)""")
                .param("id", request.id())
                .param("login", request.login())
                .param("user", request.user().value())
                .param("link", link == null ? null : link.digest(), Types.BINARY)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("expires", expiresAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The one that an activation names, whose own link says how long it counts: it may have been sent again. */
    Optional<Request> find(UUID id) {
        return database.sql(SELECT + "id = :id and link is null")
                .param("id", id)
                .query(OldRequests::request)
                .optional();
    }

    /** The one that a link is of; it is not used up by looking. */
    Optional<Request> find(RawToken link, Instant now) {
        return database.sql(SELECT + "link = :link and expires_at > :now")
                .param("link", link.digest())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(OldRequests::request)
                .optional();
    }

    void closeAll(UUID login) {
        database.sql("delete from old_login_request where old_login_id = :login")
                .param("login", login)
                .update();
    }

    void closeAll(UserId user) {
        database.sql("delete from old_login_request where user_id = :user")
                .param("user", user.value())
                .update();
    }

    private static Request request(ResultSet row, int index) throws SQLException {
        return new Request(
                row.getObject("id", UUID.class),
                row.getObject("old_login_id", UUID.class),
                new UserId(row.getObject("user_id", UUID.class)));
    }
}
