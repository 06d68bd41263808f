package fr.ondine.platform.credits;

import fr.ondine.platform.audit.AuditTrail;
import fr.ondine.platform.billing.InvoiceId;
import fr.ondine.platform.billing.InvoiceKind;
import fr.ondine.platform.billing.InvoicesIssued;
import fr.ondine.platform.kernel.OrderedId;
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
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes issued invoices of the bound utility back, whole or in part, by a credit note of the same series: what is still
 * owed on the invoice is taken off it, and what was paid already covers other invoices, or stays
 * to the holder's credit.
 */
@Service
@Transactional
public class CreditNotes {

    private final CreditStore store;
    private final InvoiceNumbers numbers;
    private final Ledger ledger;
    private final Allocation allocation;
    private final AuditTrail audit;
    private final Tenants tenants;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    CreditNotes(
            CreditStore store,
            InvoiceNumbers numbers,
            Ledger ledger,
            Allocation allocation,
            AuditTrail audit,
            Tenants tenants,
            Clock clock,
            ApplicationEventPublisher events) {
        this.store = store;
        this.numbers = numbers;
        this.ledger = ledger;
        this.allocation = allocation;
        this.audit = audit;
        this.tenants = tenants;
        this.clock = clock;
        this.events = events;
    }

    /** What of an invoice may still be taken back; refused where nothing may. */
    @Transactional(readOnly = true)
    public CreditableInvoice creditable(CurrentStaff who, InvoiceId id) {
        who.require(StaffPermission.MOVE_MONEY);
        var invoice = checked(store.find(id));
        CreditNote.ofAll(invoice);
        return invoice;
    }

    /** What a credit note would do, which is refused as the note itself would be. */
    @Transactional(readOnly = true)
    public CreditPreview preview(CurrentStaff who, InvoiceId id, CreditOrder order) {
        who.require(StaffPermission.MOVE_MONEY);
        var note = order.note(checked(store.find(id)), tenants.current().rounding());
        order.requireReason();
        return CreditPreview.of(note, ledger.balance(new ReceivableId(id.value())));
    }

    /**
     * Takes back what was ordered, in the name of whoever ordered it.
     *
     * @param seen what {@link #preview} told them
     * @throws CreditOutdated if it would do something else by now, and then nothing is done
     */
    public InvoiceId issue(CurrentStaff who, InvoiceId id, CreditOrder order, CreditPreview seen) {
        who.requireProven(StaffPermission.MOVE_MONEY, clock);
        var invoice = checked(store.lock(id));
        seen.requireSame(invoice);
        var note = order.note(invoice, tenants.current().rounding());
        seen.requireSame(CreditPreview.of(note, ledger.balance(new ReceivableId(id.value()))));
        var credit = issue(note, order.reason(), who.actor());
        events.publishEvent(new InvoicesIssued(TenantContext.current(), credit, credit));
        return credit;
    }

    /**
     * What less is due of some lines, by their position; it says how much less of each where that is the amount. Whoever
     * takes it back tells the holder why, who is not told of the note besides.
     */
    public InvoiceId parts(InvoiceId invoice, Map<Integer, CreditPart> parts, String reason, String by) {
        return issue(
                CreditNote.ofParts(
                        checked(store.lock(invoice)), parts, tenants.current().rounding()),
                reason,
                by);
    }

    /** What {@link #parts} would do. */
    @Transactional(readOnly = true)
    public CreditPreview preview(InvoiceId invoice, Map<Integer, CreditPart> parts) {
        var note = CreditNote.ofParts(
                checked(store.find(invoice)), parts, tenants.current().rounding());
        return CreditPreview.of(note, ledger.balance(new ReceivableId(invoice.value())));
    }

    private CreditableInvoice checked(CreditableInvoice invoice) {
        if (invoice.kind() == InvoiceKind.CREDIT_NOTE) {
            throw CreditRefused.ofCreditNote();
        }
        if (invoice.kind() == InvoiceKind.ESTIMATED && store.isTakenBack(invoice)) {
            throw CreditRefused.takenBack();
        }
        return invoice;
    }

    private InvoiceId issue(CreditNote note, String reason, String by) {
        CreditOrder.requireReason(reason);
        var id = new InvoiceId(OrderedId.next());
        var day = note.invoice().creditedOn(LocalDate.now(clock));
        var number = numbers.next(day);
        checked(note.invoice()); // the run that held the series until now may have taken an estimate back
        store.insert(id, number, note, reason.strip(), day);
        post(id, note, day);
        audit.record(by, "invoice.credited", "invoice:" + note.invoice().id().value(), number);
        return id;
    }

    private void post(InvoiceId id, CreditNote note, LocalDate day) {
        var agreement = note.invoice().agreement();
        var credit = new ReceivableId(id.value());
        var corrected = new ReceivableId(note.invoice().id().value());
        ledger.post(LedgerEntry.invoice(
                credit, agreement, day, note.net().negated(), note.vat().negated()));
        var owed = ledger.balance(corrected);
        var taken = note.offset(owed);
        if (taken.isPositive()) {
            ledger.post(LedgerEntry.correction(credit, corrected, agreement, day, taken));
        }
        allocation.settle(List.of(agreement));
    }
}
