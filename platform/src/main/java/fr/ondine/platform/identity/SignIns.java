package fr.ondine.platform.identity;

import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.tenancy.TenantContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a sign-in asks of the database before a password is hashed, during which no connection is held. */
@Component
@Transactional(readOnly = true)
class SignIns {

    private static final String CANDIDATE = """
            select id, password_hash, email, title, first_name, last_name, security_version
              from user_account where state = 'ACTIVE' and %s""";

    private final JdbcClient database;

    SignIns(JdbcClient database) {
        this.database = database;
    }

    Optional<Candidate> candidate(EmailAddress email) {
        return candidate("lower(email) = ?", email.value());
    }

    Optional<Candidate> candidate(UserId user) {
        return candidate("id = ?", user.value());
    }

    Optional<String> hash(UserId user) {
        return candidate(user).flatMap(found -> Optional.ofNullable(found.hash()));
    }

    private Optional<Candidate> candidate(String which, Object value) {
        return database.sql(CANDIDATE.formatted(which))
                .param(value)
                .query(SignIns::candidate)
                .optional();
    }

    private static Candidate candidate(ResultSet row, int number) throws SQLException {
        var user = UserAccount.signedIn(
                TenantContext.current().slug(),
                new UserId(row.getObject("id", UUID.class)),
                row.getString("email"),
                new PersonName(row.getString("title"), row.getString("first_name"), row.getString("last_name")),
                row.getInt("security_version"));
        return new Candidate(user, row.getString("password_hash"));
    }

    /** As the account was: a session begins only if its security version still is. */
    record Candidate(CurrentUser user, @Nullable String hash) {}
}
