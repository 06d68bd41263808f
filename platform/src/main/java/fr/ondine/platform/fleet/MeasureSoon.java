package fr.ondine.platform.fleet;

import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantGrown;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** Has a utility that took much in measured among the next, so that operators do not read what it was before. */
@Component
class MeasureSoon {

    private static final Logger LOG = LoggerFactory.getLogger(MeasureSoon.class);

    private final JdbcClient database;
    private final TransactionTemplate transaction;

    MeasureSoon(JdbcClient database, TransactionTemplate transaction) {
        this.database = database;
        this.transaction = transaction;
    }

    @EventListener
    void on(TenantGrown grown) {
        try {
            TenantContext.callUnbound(() -> transaction.execute(status -> outdate(grown)));
        } catch (DataAccessException | TransactionException measuredInItsTurn) {
            LOG.warn("{} is not measured before its turn", grown.tenant(), measuredInItsTurn);
        }
    }

    private int outdate(TenantGrown grown) {
        return database.sql("update platform.tenant_measure set measured_at = timestamptz 'epoch' where slug = :slug")
                .param("slug", grown.tenant().slug())
                .update();
    }
}
