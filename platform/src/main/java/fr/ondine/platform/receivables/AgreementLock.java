package fr.ondine.platform.receivables;

import fr.ondine.platform.customers.AgreementId;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Lets those who decide what an agreement owes do so one after the other, each until its transaction ends. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class AgreementLock {

    /** In one order, so that no two wait for each other; rows may still refer to them. */
    private static final String LOCK =
            "select id from agreement where id = any(:agreements) order by id for no key update";

    private final JdbcClient database;

    AgreementLock(JdbcClient database) {
        this.database = database;
    }

    public void take(AgreementId agreement) {
        take(List.of(agreement));
    }

    /** Of all of them that there are. */
    List<AgreementId> take(Collection<AgreementId> agreements) {
        return locked(LOCK, agreements);
    }

    /** Of those about which nobody decides just now. */
    List<AgreementId> takeFree(Collection<AgreementId> agreements) {
        return locked(LOCK + " skip locked", agreements);
    }

    /** Of the agreement that an invoice is of, if there is such an invoice. */
    public void takeOf(ReceivableId invoice) {
        database.sql("select agreement_id from invoice where id = :id")
                .param("id", invoice.value())
                .query(UUID.class)
                .optional()
                .map(AgreementId::new)
                .ifPresent(this::take);
    }

    private List<AgreementId> locked(String sql, Collection<AgreementId> agreements) {
        if (agreements.isEmpty()) {
            return List.of();
        }
        return database
                .sql(sql)
                .param("agreements", agreements.stream().map(AgreementId::value).toArray(UUID[]::new))
                .query(UUID.class)
                .list()
                .stream()
                .map(AgreementId::new)
                .toList();
    }
}
