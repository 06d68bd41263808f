package fr.ondine.platform.audit;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes down what was done, in the transaction that does it; the database lets nobody change it afterwards. */
@Service
public class AuditTrail {

    private final JdbcClient database;
    private final Clock clock;

    AuditTrail(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * @param actor who did it: {@code user:id}, {@code staff:id}, {@code system}
     * @param action the fact in the past tense, as {@code agreement.claimed}
     * @param subject what it was done to, as {@code agreement:id}
     * @param detail no personal data beyond what explains the fact
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(String actor, String action, String subject, String detail) {
        database.sql("insert into audit_entry (id, occurred_at, actor, action, subject, detail)"
                        + " values (:id, :at, :actor, :action, :subject, :detail)")
                .param("id", UUID.randomUUID())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("actor", actor)
                .param("action", action)
                .param("subject", subject)
                .param("detail", detail)
                .update();
    }
}
