package fr.ondine.platform.fleet;

import fr.ondine.platform.documents.Storage;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** Counts what a utility uses of its limits at this moment, as the limits themselves count it. No utility may be bound. */
@Service
public class FleetUse {

    private static final Logger LOG = LoggerFactory.getLogger(FleetUse.class);
    private static final Duration DAY = Duration.ofDays(1);

    private final FleetDirectory directory;
    private final Storage storage;
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Clock clock;

    FleetUse(
            FleetDirectory directory,
            Storage storage,
            JdbcClient database,
            TransactionTemplate transaction,
            Clock clock) {
        this.directory = directory;
        this.storage = storage;
        this.database = database;
        this.transaction = transaction;
        this.clock = clock;
    }

    public LimitsUse of(String slug) {
        var utility = directory.get(slug);
        if (!utility.state().hasSchema() || !utility.upToDate()) {
            return LimitsUse.UNKNOWN;
        }
        try {
            return TenantContext.callAs(new TenantId(slug), () -> transaction.execute(status -> counted()));
        } catch (DataAccessException | TransactionException away) {
            LOG.warn("what {} uses was not counted: {}", slug, away.getMessage());
            return LimitsUse.UNKNOWN;
        }
    }

    private LimitsUse counted() {
        var mails = database.sql("select count(*) from mail where sent_at > ?")
                .param(clock.instant().minus(DAY).atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
        return new LimitsUse(mails, storage.used());
    }
}
