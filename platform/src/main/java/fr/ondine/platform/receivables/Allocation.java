package fr.ondine.platform.receivables;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.tenancy.TenantContext;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sets credit (money that names no invoice or is more than was owed, credit notes) against the oldest invoices (imputation),
 * in the transaction of what brought the credit or the invoices. What no invoice takes waits for the next ones.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Allocation {

    private final AllocationStore store;
    private final AgreementLock lock;
    private final BulkLedger ledger;
    private final JdbcTemplate copies;
    private final ApplicationEventPublisher events;

    Allocation(
            AllocationStore store,
            AgreementLock lock,
            BulkLedger ledger,
            JdbcTemplate copies,
            ApplicationEventPublisher events) {
        this.store = store;
        this.lock = lock;
        this.ledger = ledger;
        this.copies = copies;
        this.events = events;
    }

    /** Of all of them; waits for whoever decides about one of them. */
    public void settle(Collection<AgreementId> agreements) {
        settle(lock.take(store.withCredit(agreements)));
        tell(agreements);
    }

    /**
     * Of those about which nobody else decides just now: the others have their credit set against the same invoices by the
     * next payment or invoice, and pages show it covered meanwhile.
     */
    public void settleWithoutWaiting(Collection<AgreementId> agreements) {
        settle(lock.takeFree(store.withCredit(agreements)));
        tell(agreements);
    }

    private void tell(Collection<AgreementId> agreements) {
        events.publishEvent(new BalancesMoved(TenantContext.current(), List.copyOf(agreements)));
    }

    private void settle(List<AgreementId> locked) {
        if (locked.isEmpty()) {
            return;
        }
        var entries = byAgreement(store.items(locked)).entrySet().stream()
                .flatMap(one -> AllocationRules.moves(one.getValue()).stream()
                        .map(move -> LedgerEntry.allocation(one.getKey(), move)))
                .toList();
        if (!entries.isEmpty()) {
            post(entries);
        }
    }

    private void post(List<LedgerEntry> entries) {
        copies.execute((ConnectionCallback<Boolean>) connection -> {
            ledger.post(entries, connection);
            return true;
        });
    }

    private static Map<AgreementId, List<AllocationItem>> byAgreement(List<AllocationItem> items) {
        return items.stream().collect(groupingBy(AllocationItem::agreement, LinkedHashMap::new, toList()));
    }
}
