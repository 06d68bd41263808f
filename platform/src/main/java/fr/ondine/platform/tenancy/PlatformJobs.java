package fr.ondine.platform.tenancy;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Hands work of the platform itself to the job table in the transaction that makes it necessary. */
@Component
public class PlatformJobs {

    private final JdbcClient database;

    PlatformJobs(JdbcClient database) {
        this.database = database;
    }

    /** Has the {@link PlatformJob} of that name run on {@code id}, not before {@code due}. No utility may be bound. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void enqueue(String task, UUID id, Instant due) {
        database.sql("""
                        insert into platform.scheduled_tasks (task_name, task_instance, execution_time, picked, version)
                        values (:task, :instance, :due, false, 1)
                        """)
                .param("task", task)
                .param("instance", JobInstance.of(id))
                .param("due", due.atOffset(ZoneOffset.UTC))
                .update();
    }
}
