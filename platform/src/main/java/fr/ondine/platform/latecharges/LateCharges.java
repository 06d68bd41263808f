package fr.ondine.platform.latecharges;

import fr.ondine.platform.audit.AuditTrail;
import fr.ondine.platform.billing.InvoiceId;
import fr.ondine.platform.billing.InvoicesIssued;
import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.kernel.OrderedId;
import fr.ondine.platform.receivables.AgreementLock;
import fr.ondine.platform.receivables.Allocation;
import fr.ondine.platform.receivables.Ledger;
import fr.ondine.platform.receivables.LedgerEntry;
import fr.ondine.platform.receivables.ReceivableId;
import fr.ondine.platform.runs.InvoiceNumbers;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.StaffPermission;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.Tenants;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Increases late sewerage charges: staff look at each, and decide; an invoice of its own asks for the increase, once. */
@Service
@Transactional
public class LateCharges {

    private static final int DAYS_TO_PAY = 30;

    private final LateChargeStore store;
    private final InvoiceNumbers numbers;
    private final AgreementLock agreements;
    private final Ledger ledger;
    private final Allocation allocation;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Tenants tenants;
    private final Clock clock;

    LateCharges(
            LateChargeStore store,
            InvoiceNumbers numbers,
            AgreementLock agreements,
            Ledger ledger,
            Allocation allocation,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Tenants tenants,
            Clock clock) {
        this.store = store;
        this.numbers = numbers;
        this.agreements = agreements;
        this.ledger = ledger;
        this.allocation = allocation;
        this.audit = audit;
        this.events = events;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** The open invoices of an agreement that have a sewerage charge; none where the utility does not increase them. */
    @Transactional(readOnly = true)
    public List<LateCharge> list(CurrentStaff who, AgreementId agreement) {
        who.require(StaffPermission.LOOK_AT_BILLING);
        return isOn() ? decided(agreement) : List.of();
    }

    /**
     * Issues the increase of an invoice as it was looked at; asked for again, it is the same invoice.
     *
     * @throws LateChargeRefused when it may not be, or would be another by now
     */
    public InvoiceId issue(CurrentStaff who, AgreementId agreement, LateCharge seen) {
        who.requireProven(StaffPermission.MOVE_MONEY, clock);
        agreements.take(agreement);
        var issued = store.chargeOf(seen.invoice(), agreement);
        if (issued.isPresent()) {
            return issued.get();
        }
        if (!isOn() || !seen.isPossible() || !decided(agreement).contains(seen)) {
            throw LateChargeRefused.changed();
        }
        return issue(who, agreement, seen, LocalDate.now(clock));
    }

    private InvoiceId issue(CurrentStaff who, AgreementId agreement, LateCharge seen, LocalDate today) {
        var id = new InvoiceId(OrderedId.next());
        var number = numbers.next(today);
        store.insert(id, number, agreement, seen, today, today.plusDays(DAYS_TO_PAY));
        ledger.post(LedgerEntry.invoice(new ReceivableId(id.value()), agreement, today, seen.amount(), Money.zero()));
        allocation.settle(List.of(agreement));
        audit.record(
                who.actor(), "late-charge.issued", "invoice:" + seen.invoice().value(), number);
        events.publishEvent(new InvoicesIssued(TenantContext.current(), id, id));
        return id;
    }

    private List<LateCharge> decided(AgreementId agreement) {
        var today = LocalDate.now(clock);
        var rules = new LateChargeRules(today, tenants.current().rounding());
        return store.of(agreement, today).stream().map(rules::decide).toList();
    }

    private boolean isOn() {
        return tenants.current().lateCharges().sewerage();
    }
}
