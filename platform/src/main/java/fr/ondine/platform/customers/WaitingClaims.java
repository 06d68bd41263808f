package fr.ondine.platform.customers;

import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.kernel.EmailAddress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What customer service needs to know to decide. */
@Repository
class WaitingClaims {

    private static final String WAITING = """
            select claim.id, %s as number, concat_ws(' ', c.title, c.first_name, c.last_name) as holder,
                   u.email, claim.proof, claim.created_at
            from pending_claim claim
            join agreement a on a.id = claim.agreement_id
            join customer c on c.id = a.customer_id
            join user_account u on u.id = claim.user_id
            where claim.state = 'AWAITING_STAFF' and u.state <> 'DELETED'""".formatted(PrintedNumber.SQL);

    private final JdbcClient database;

    WaitingClaims(JdbcClient database) {
        this.database = database;
    }

    List<WaitingClaim> all() {
        return database.sql(WAITING + " order by claim.created_at")
                .query((row, index) -> claim(row))
                .list();
    }

    List<WaitingClaim> list(int from, int most) {
        return database.sql(WAITING + " order by claim.created_at, claim.id offset :from limit :most")
                .param("from", from)
                .param("most", most)
                .query((row, index) -> claim(row))
                .list();
    }

    Optional<WaitingClaim> find(UUID claim) {
        return database.sql(WAITING + " and claim.id = :claim")
                .param("claim", claim)
                .query((row, index) -> claim(row))
                .optional();
    }

    /** Whether the account can be signed in to: one that waits for its activation opens nothing to anybody. */
    boolean isActive(UserId user) {
        return database.sql("select count(*) from user_account where id = :user and state = 'ACTIVE'")
                        .param("user", user.value())
                        .query(Long.class)
                        .single()
                > 0;
    }

    Optional<UserId> activeUser(EmailAddress email) {
        return database.sql("select id from user_account where lower(email) = :email and state = 'ACTIVE'")
                .param("email", email.value())
                .query(UUID.class)
                .optional()
                .map(UserId::new);
    }

    private static WaitingClaim claim(ResultSet row) throws SQLException {
        return new WaitingClaim(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getString("holder"),
                row.getString("email"),
                row.getString("proof"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
