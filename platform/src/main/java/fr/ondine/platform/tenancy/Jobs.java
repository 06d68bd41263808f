package fr.ondine.platform.tenancy;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Hands work to the job table in the transaction that makes it necessary: both are kept, or neither. */
@Component
public class Jobs {

    private final JdbcClient database;

    Jobs(JdbcClient database) {
        this.database = database;
    }

    /** Has the {@link TenantJob} of that name run on {@code id} for the bound utility, not before {@code due}. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void enqueue(String task, UUID id, Instant due) {
        database.sql("select platform.enqueue(:task, :instance, :due)")
                .param("task", task)
                .param("instance", JobInstance.of(id))
                .param("due", due.atOffset(ZoneOffset.UTC))
                .query((row, number) -> task)
                .single();
    }
}
