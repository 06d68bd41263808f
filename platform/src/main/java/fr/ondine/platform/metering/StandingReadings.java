package fr.ondine.platform.metering;

import fr.ondine.platform.customers.AgreementId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the withdrawal of a reading and the writing of an invoice that bills it one after the other. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class StandingReadings {

    private static final String KEY = "(hashtextextended('readings ' || current_schema(), 0))";

    /** Of their premises, since sewerage follows the meter of the water. */
    private static final String WITHDRAWN = """
            select count(*) from withdrawn_reading w
             where w.meter_id in (
                 select i.meter_id from meter_installation i
                   join service_point s on s.id = i.service_point_id
                  where s.premise_id in (
                      select sp.premise_id from agreement a join service_point sp on sp.id = a.service_point_id
                       where a.id between :first and :last))""";

    private final JdbcClient database;

    StandingReadings(JdbcClient database) {
        this.database = database;
    }

    /** Waits for the invoices that are being written; until the transaction ends, no other is. */
    void beforeWithdrawal() {
        lock("pg_advisory_xact_lock");
    }

    /** Waits for the readings that are being withdrawn; until the transaction ends, no other is. */
    public void hold() {
        lock("pg_advisory_xact_lock_shared");
    }

    private void lock(String function) {
        database.sql("select " + function + KEY).query((row, number) -> true).single();
    }

    /** How many were ever withdrawn where those agreements are: one more, and what they owe is found out anew. */
    @Transactional(propagation = Propagation.REQUIRED, readOnly = true)
    public long withdrawn(AgreementId first, AgreementId last) {
        return database.sql(WITHDRAWN)
                .param("first", first.value())
                .param("last", last.value())
                .query(Long.class)
                .single();
    }
}
