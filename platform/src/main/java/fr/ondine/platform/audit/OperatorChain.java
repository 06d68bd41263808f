package fr.ondine.platform.audit;

import fr.ondine.platform.audit.ChainReport.Broken;
import java.util.HexFormat;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Whether the trail of what operators did is the one that was written; no utility is bound. */
@Service
public class OperatorChain {

    private static final Logger LOG = LoggerFactory.getLogger(OperatorChain.class);

    private final ChainCheck check;
    private final TransactionTemplate transaction;
    private final OperatorWitnesses witnesses;

    OperatorChain(JdbcClient database, TransactionTemplate transaction, OperatorWitnesses witnesses) {
        this.check = new ChainCheck(database, ChainTables.OF_OPERATORS);
        this.transaction = transaction;
        this.witnesses = witnesses;
    }

    /** Goes through all of it; what is whole is witnessed. */
    public ChainReport verify() {
        var known = witnesses.known();
        return transaction.execute(status -> {
            var head = check.head();
            var report = check.report(head, known);
            if (report.broken().isEmpty()) {
                keep(head);
            }
            return numbered(report);
        });
    }

    /** Notes how far it is, without going through it: in a table, and in the log for elsewhere. */
    void witness() {
        var head = transaction.execute(status -> check.head());
        keep(head);
        LOG.info(
                "the audit trail of operators is at {} {}",
                head.number(),
                HexFormat.of().formatHex(head.hash()));
    }

    private void keep(ChainHead head) {
        witnesses.keep(head.id(), head.number(), head.hash());
    }

    private static ChainReport numbered(ChainReport found) {
        return new ChainReport(
                found.linked(),
                found.earlier(),
                found.erased(),
                found.witnesses(),
                found.hash(),
                found.broken().map(OperatorChain::numbered));
    }

    private static Broken numbered(Broken broken) {
        return broken.entry().isEmpty()
                ? broken
                : new Broken(
                        broken.number(),
                        String.valueOf(UUID.fromString(broken.entry()).getLeastSignificantBits()),
                        broken.fault(),
                        broken.takenAt());
    }
}
