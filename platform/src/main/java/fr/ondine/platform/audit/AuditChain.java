package fr.ondine.platform.audit;

import fr.ondine.platform.tenancy.TenantContext;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Whether the bound utility's trail is the one that was written: nothing altered, removed, slipped in or cut off. */
@Service
public class AuditChain {

    private static final Logger LOG = LoggerFactory.getLogger(AuditChain.class);
    private final ChainCheck check;
    private final TransactionTemplate transaction;
    private final AuditWitnesses witnesses;

    AuditChain(JdbcClient database, TransactionTemplate transaction, AuditWitnesses witnesses) {
        this.check = new ChainCheck(database, ChainTables.OF_UTILITY);
        this.transaction = transaction;
        this.witnesses = witnesses;
    }

    /** Goes through all of it; what is whole is witnessed. */
    public ChainReport verify() {
        var known = witnesses.known();
        var found = transaction.execute(status -> {
            var head = check.head();
            return new Found(head, check.report(head, known));
        });
        if (found.report().broken().isEmpty()) {
            witnesses.keep(
                    found.head().id(), found.head().number(), found.head().hash());
        }
        return found.report();
    }

    /** Notes how far it is, without going through it: in the platform's own tables, and in the log for elsewhere. */
    void witness() {
        var head = transaction.execute(status -> check.head());
        witnesses.keep(head.id(), head.number(), head.hash());
        LOG.info(
                "the audit trail of {} is at {} {}",
                TenantContext.current(),
                head.number(),
                HexFormat.of().formatHex(head.hash()));
    }

    private record Found(ChainHead head, ChainReport report) {}
}
