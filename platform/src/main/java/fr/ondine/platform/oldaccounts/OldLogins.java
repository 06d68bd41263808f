package fr.ondine.platform.oldaccounts;

import fr.ondine.platform.identity.PersonName;
import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.kernel.EmailAddress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The logins of the bound utility's portal before this one; no connection is held while a password is checked. */
@Repository
@Transactional
class OldLogins {

    private static final String SELECT = "select id, number, form, wrapped, first_name, last_name, email,"
            + " came_over_at is not null as came_over, user_id from old_login where ";

    private final JdbcClient database;

    OldLogins(JdbcClient database) {
        this.database = database;
    }

    @Transactional(readOnly = true)
    Optional<OldLogin> find(String number) {
        return database.sql(SELECT + "number = :number")
                .param("number", number)
                .query(OldLogins::login)
                .optional();
    }

    Optional<OldLogin> find(UUID id) {
        return database.sql(SELECT + "id = :id")
                .param("id", id)
                .query(OldLogins::login)
                .optional();
    }

    /**
     * The password of somebody else, always the same for a number, to be checked where the number has none: so that there
     * are as many that take long among numbers that nobody has.
     */
    @Transactional(readOnly = true)
    Optional<WrappedPassword> neighbour(String number) {
        return neighbour("number > :number", number).or(() -> neighbour("number <> :number", number));
    }

    private Optional<WrappedPassword> neighbour(String which, String number) {
        return database.sql("select form, wrapped from old_login where wrapped is not null and " + which
                        + " order by number limit 1")
                .param("number", number)
                .query((row, index) -> new WrappedPassword(row.getString("form"), row.getString("wrapped")))
                .optional();
    }

    /**
     * The login as it was, when it comes over now: of two who try at the same moment one does. What is known of it is
     * forgotten.
     */
    Optional<OldLogin> comeOver(UUID id, UserId user, Instant at) {
        return database.sql("""
                        update old_login
                           set user_id = :user, came_over_at = :at, form = null, wrapped = null, first_name = null,
                               last_name = null, email = null
                         where id = :id and came_over_at is null
                        returning old.id, old.number, old.form, old.wrapped, old.first_name, old.last_name, old.email,
                                  false as came_over, old.user_id""")
                .param("user", user.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .query(OldLogins::login)
                .optional();
    }

    /** Of an account that is no more. */
    void forget(UserId user) {
        database.sql("update old_login set user_id = null where user_id = :user")
                .param("user", user.value())
                .update();
    }

    private static OldLogin login(ResultSet row, int index) throws SQLException {
        var wrapped = row.getString("wrapped");
        return new OldLogin(
                row.getObject("id", UUID.class),
                row.getString("number"),
                wrapped == null ? null : new WrappedPassword(row.getString("form"), wrapped),
                new PersonName(null, row.getString("first_name"), row.getString("last_name")),
                address(row.getString("email")),
                row.getBoolean("came_over"),
                user(row.getObject("user_id", UUID.class)));
    }

    private static @Nullable EmailAddress address(@Nullable String text) {
        return text == null ? null : new EmailAddress(text);
    }

    private static @Nullable UserId user(@Nullable UUID id) {
        return id == null ? null : new UserId(id);
    }
}
