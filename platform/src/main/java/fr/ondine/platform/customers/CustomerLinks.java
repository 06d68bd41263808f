package fr.ondine.platform.customers;

import fr.ondine.platform.identity.UserId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which users a customer's agreements are open to: all of them, or the one that was claimed. */
@Repository
class CustomerLinks {

    /** Whether agreement {@code a} is open to {@code :user}: the one place where that is decided. */
    static final String OPEN_TO_USER = """
            exists (select from customer_link l where l.user_id = :user and l.customer_id = a.customer_id
                    and (l.agreement_id is null or l.agreement_id = a.id))""";

    private final JdbcClient database;

    CustomerLinks(JdbcClient database) {
        this.database = database;
    }

    boolean isOpen(UserId user, AgreementId agreement) {
        return database.sql("select count(*) from agreement a where a.id = :agreement and " + OPEN_TO_USER)
                        .param("user", user.value())
                        .param("agreement", agreement.value())
                        .query(Long.class)
                        .single()
                > 0;
    }

    boolean maySee(UserId user, AgreementId agreement, LocalDate today) {
        return is(SharedAgreements.SEEN_BY_USER, user, agreement, today);
    }

    boolean mayPay(UserId user, AgreementId agreement, LocalDate today) {
        return is(SharedAgreements.PAID_BY_USER, user, agreement, today);
    }

    private boolean is(String condition, UserId user, AgreementId agreement, LocalDate today) {
        return database.sql("select exists (select from agreement a where a.id = :agreement and " + condition + ")")
                .param("user", user.value())
                .param("agreement", agreement.value())
                .param("today", today)
                .query(Boolean.class)
                .single();
    }

    /** Everybody to whom the agreement is open. */
    List<UserId> usersOf(AgreementId agreement) {
        return users(
                "select distinct user_id from customer_link l join agreement a on a.customer_id = l.customer_id"
                        + " where a.id = :id and (l.agreement_id is null or l.agreement_id = a.id)",
                agreement.value());
    }

    /** Everybody to whom any of the customer's agreements is open. */
    List<UserId> usersOf(CustomerId customer) {
        return users("select distinct user_id from customer_link where customer_id = :id", customer.value());
    }

    int countOpen(UserId user, CustomerId customer) {
        return database.sql("select count(*) from agreement a where a.customer_id = :customer and " + OPEN_TO_USER)
                .param("user", user.value())
                .param("customer", customer.value())
                .query(Integer.class)
                .single();
    }

    /** What was opened to somebody else since a moment of what is open to the user: one agreement for each time. */
    List<AgreementId> openedToOthersSince(UserId user, Instant moment) {
        return database
                .sql("""
                        select distinct on (given.id) a.id from customer_link given
                        join agreement a on a.customer_id = given.customer_id
                         and (given.agreement_id is null or given.agreement_id = a.id)
                        where given.user_id <> :user and given.linked_at >= :moment and %s
                        order by given.id, a.number""".formatted(OPEN_TO_USER))
                .param("user", user.value())
                .param("moment", moment.atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .list()
                .stream()
                .map(AgreementId::new)
                .toList();
    }

    /** Closes an agreement to a user, with what was opened to them at once with it. */
    void close(UserId user, AgreementId agreement) {
        database.sql("""
                        delete from customer_link l using agreement a
                        where a.id = :agreement and l.user_id = :user and l.customer_id = a.customer_id
                          and (l.agreement_id is null or l.agreement_id = a.id)""")
                .param("agreement", agreement.value())
                .param("user", user.value())
                .update();
    }

    void closeAll(UserId user) {
        database.sql("delete from customer_link where user_id = :user")
                .param("user", user.value())
                .update();
    }

    private List<UserId> users(String sql, UUID id) {
        return database.sql(sql).param("id", id).query(UUID.class).list().stream()
                .map(UserId::new)
                .toList();
    }

    /** Opens one agreement, or with null all of the customer's; the same link twice is one. */
    void open(UserId user, CustomerId customer, @Nullable AgreementId only, String proof, Instant at) {
        database.sql("insert into customer_link (id, user_id, customer_id, agreement_id, proof, linked_at)"
                        + " values (:id, :user, :customer, :only, :proof, :at) on conflict do nothing")
                .param("id", UUID.randomUUID())
                .param("user", user.value())
                .param("customer", customer.value())
                .param("only", only == null ? null : only.value(), java.sql.Types.OTHER)
                .param("proof", proof)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }
}
