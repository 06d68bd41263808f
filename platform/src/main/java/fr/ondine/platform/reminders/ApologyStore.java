package fr.ondine.platform.reminders;

import fr.ondine.platform.customers.AgreementId;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The excuses for letters. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class ApologyStore {

    private final JdbcClient database;

    ApologyStore(JdbcClient database) {
        this.database = database;
    }

    record Kept(LetterId letter, String words, LocalDate sentOn) {}

    /** Until the transaction ends nobody else excuses the letter; false when it is not the agreement's, or not to be excused. */
    boolean lock(AgreementId agreement, LetterId letter) {
        return database.sql(
                                "select id from reminder_letter where id = :id and agreement_id = :agreement and state = 'SENT'"
                                        + " and (returned_at is null or by_paper) for update")
                        .param("id", letter.value())
                        .param("agreement", agreement.value())
                        .query(UUID.class)
                        .optional()
                        .isPresent()
                && !isExcused(letter);
    }

    /** Looked at once the letter is locked: who was first has committed by then. */
    private boolean isExcused(LetterId letter) {
        return database.sql("select exists (select from reminder_apology where letter_id = :letter)")
                .param("letter", letter.value())
                .query(Boolean.class)
                .single();
    }

    /** The letter counts no more. */
    Apology insert(LetterId letter, String words, boolean byMail, LocalDate today, String by) {
        var id = new ApologyId(UUID.randomUUID());
        database.sql("insert into reminder_apology (id, letter_id, words, by_mail, sent_on, sent_by)"
                        + " values (:id, :letter, :words, :mail, :today, :by)")
                .param("id", id.value())
                .param("letter", letter.value())
                .param("words", words)
                .param("mail", byMail)
                .param("today", today)
                .param("by", by)
                .update();
        database.sql("update reminder_debt set counts = false where letter_id = :letter")
                .param("letter", letter.value())
                .update();
        return new Apology(id, today, byMail);
    }

    /** Its mail did not arrive: it goes on paper. */
    void returned(UUID source) {
        database.sql("update reminder_apology set by_mail = false where id = :source")
                .param("source", source)
                .update();
    }

    Optional<Kept> find(ApologyId id) {
        return database.sql("select letter_id, words, sent_on from reminder_apology where id = :id")
                .param("id", id.value())
                .query((row, number) -> new Kept(
                        new LetterId(row.getObject("letter_id", UUID.class)),
                        row.getString("words"),
                        row.getObject("sent_on", LocalDate.class)))
                .optional();
    }
}
