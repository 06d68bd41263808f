package fr.ondine.platform.notifications;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.kernel.DomainException;
import fr.ondine.platform.kernel.EmailAddress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Lists mails, and has one tried again. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class MailRows {

    static final String WAITS = "sent_at is null and withdrawn_at is null and given_up_at is null and plain <> ''";

    private final JdbcClient database;

    MailRows(JdbcClient database) {
        this.database = database;
    }

    List<ListedMail> list(MailFilter filter, int offset, int limit) {
        return database.sql("""
                        select id, subject, recipient, agreement_id, created_at, sent_at, withdrawn_at, attempts, last_error, unanswered,
                               plain <> '' as has_words, %s as waits
                          from mail where %s order by created_at desc, id desc offset :offset limit :limit""".formatted(WAITS, filter.condition()))
                .param("offset", offset)
                .param("limit", limit)
                .query((row, number) -> mail(row))
                .list();
    }

    /** False for one that is being tried, was taken back, or whose words are forgotten. */
    boolean tryAgain(UUID id) {
        return database.sql("""
                        update mail set given_up_at = null
                         where id = :id and given_up_at is not null and withdrawn_at is null and plain <> ''""").param("id", id).update() == 1;
    }

    private static ListedMail mail(ResultSet row) throws SQLException {
        var agreement = row.getObject("agreement_id", UUID.class);
        var attempts = row.getInt("attempts");
        var state = state(row);
        var error = row.getString("last_error");
        return new ListedMail(
                row.getObject("id", UUID.class),
                row.getString("subject"),
                masked(row.getString("recipient")),
                agreement == null ? null : new AgreementId(agreement),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row, "sent_at"),
                state,
                attempts,
                row.getInt("unanswered") > 0 ? MailFault.UNANSWERED : error == null ? null : MailFault.of(error),
                state.isOver() && row.getBoolean("has_words"));
    }

    private static MailState state(ResultSet row) throws SQLException {
        if (instant(row, "sent_at") != null) {
            return MailState.SENT;
        }
        if (instant(row, "withdrawn_at") != null) {
            return MailState.WITHDRAWN;
        }
        if (row.getBoolean("waits")) {
            return MailState.WAITING;
        }
        return row.getInt("unanswered") > 0 ? MailState.UNANSWERED : MailState.FAILED;
    }

    /** Of a sent mail no more than that is kept. */
    private static String masked(String recipient) {
        try {
            return new EmailAddress(recipient).masked();
        } catch (DomainException masked) {
            return recipient;
        }
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
