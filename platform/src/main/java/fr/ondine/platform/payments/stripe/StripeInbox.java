package fr.ondine.platform.payments.stripe;

import fr.ondine.platform.tenancy.Jobs;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Events as they came, each once; the work they give is handed over in the transaction that keeps them. */
@Service
@Transactional
class StripeInbox {

    private final JdbcClient database;
    private final Jobs jobs;
    private final Clock clock;

    StripeInbox(JdbcClient database, Jobs jobs, Clock clock) {
        this.database = database;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** Keeps an event and has it handled; one that came before changes nothing. */
    void keep(StripeEvent event, String payload) {
        var id = UUID.randomUUID();
        if (insert(id, event, payload)) {
            jobs.enqueue(HandleStripeEvent.NAME, id, clock.instant());
        }
    }

    /** Keeps an event that is not for us to handle. */
    void keepUnhandled(StripeEvent event, String payload) {
        var id = UUID.randomUUID();
        if (insert(id, event, payload)) {
            handled(id);
        }
    }

    /** An event that waits to be handled. */
    @Transactional(readOnly = true)
    Optional<String> waiting(UUID id) {
        return database.sql("select payload from webhook_event where id = :id and handled_at is null")
                .param("id", id)
                .query(String.class)
                .optional();
    }

    void handled(UUID id) {
        database.sql("update webhook_event set handled_at = :at where id = :id")
                .param("at", now())
                .param("id", id)
                .update();
    }

    private boolean insert(UUID id, StripeEvent event, String payload) {
        return database.sql("""
                        insert into webhook_event (id, provider, event_id, type, payload, received_at)
                        values (:id, 'STRIPE', :event, :type, :payload, :at) on conflict do nothing""")
                        .param("id", id)
                        .param("event", event.id())
                        .param("type", event.type())
                        .param("payload", payload)
                        .param("at", now())
                        .update()
                == 1;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
