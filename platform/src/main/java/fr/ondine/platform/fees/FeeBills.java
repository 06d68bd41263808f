package fr.ondine.platform.fees;

import static java.util.stream.Collectors.toSet;

import fr.ondine.platform.audit.AuditTrail;
import fr.ondine.platform.billing.InvoiceId;
import fr.ondine.platform.billing.InvoicesIssued;
import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.customers.UnknownAgreement;
import fr.ondine.platform.kernel.OrderedId;
import fr.ondine.platform.receivables.AgreementLock;
import fr.ondine.platform.receivables.Allocation;
import fr.ondine.platform.receivables.Ledger;
import fr.ondine.platform.receivables.LedgerEntry;
import fr.ondine.platform.receivables.ReceivableId;
import fr.ondine.platform.runs.InvoiceNumbers;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.StaffPermission;
import fr.ondine.platform.tariffs.DefaultTariffMissing;
import fr.ondine.platform.tariffs.ServicesOnRequest;
import fr.ondine.platform.tariffs.TariffMissing;
import fr.ondine.platform.tariffs.Tariffs;
import fr.ondine.platform.tenancy.TenantContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Bills an agreement what is done once, by its tariff: looked at first, then issued in the series of all invoices. */
@Service
@Transactional
public class FeeBills {

    private final FeeStore store;
    private final Tariffs tariffs;
    private final InvoiceNumbers numbers;
    private final AgreementLock agreements;
    private final Ledger ledger;
    private final Allocation allocation;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    FeeBills(
            FeeStore store,
            Tariffs tariffs,
            InvoiceNumbers numbers,
            AgreementLock agreements,
            Ledger ledger,
            Allocation allocation,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.tariffs = tariffs;
        this.numbers = numbers;
        this.agreements = agreements;
        this.ledger = ledger;
        this.allocation = allocation;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** What can be billed to an agreement today, as its tariff has it. */
    @Transactional(readOnly = true)
    public FeeOffer offer(CurrentStaff who, AgreementId agreement) {
        who.require(StaffPermission.BILL);
        var one = find(agreement);
        return new FeeOffer(one.printed(), one.holder(), one.isOpened(), fees(one, LocalDate.now(clock)));
    }

    /** None while no tariff is published. */
    private List<OfferedFee> fees(FeeCase one, LocalDate today) {
        try {
            return fees(services(one), today);
        } catch (DefaultTariffMissing | TariffMissing none) {
            return List.of();
        }
    }

    private static List<OfferedFee> fees(ServicesOnRequest services, LocalDate today) {
        return services.on(today).stream()
                .map(fee -> {
                    var code = fee.terms().code();
                    var alone = services.rate(Set.of(code), today);
                    return new OfferedFee(
                            code,
                            fee.terms().label(),
                            fee.price(),
                            fee.terms().vat().rate(),
                            alone.total());
                })
                .toList();
    }

    /**
     * What the bill would say; nothing is kept.
     *
     * @throws FeeRefused when there can be no such bill
     */
    @Transactional(readOnly = true)
    public FeeBill draft(CurrentStaff who, AgreementId agreement, FeeOrder order) {
        who.require(StaffPermission.BILL);
        return draft(OrderedId.next(), find(agreement), order);
    }

    /**
     * Issues what was looked at, once: asked for again, it is the same invoice.
     *
     * @throws FeeRefused when it would say something else by now
     */
    public IssuedFees issue(CurrentStaff who, AgreementId agreement, FeeBill seen) {
        who.requireProven(StaffPermission.BILL, clock);
        agreements.take(agreement);
        var id = new InvoiceId(seen.id());
        var issued = store.number(id, agreement);
        if (issued.isPresent()) {
            return new IssuedFees(id, issued.get());
        }
        var one = find(agreement);
        var bill = draft(seen.id(), one, new FeeOrder(seen.kind(), codes(seen), seen.dueOn()));
        if (!bill.equals(seen)) {
            throw FeeRefused.changed();
        }
        var number = numbers.next(bill.issuedOn());
        store.insert(one, bill, number);
        ledger.post(
                LedgerEntry.invoice(new ReceivableId(bill.id()), agreement, bill.issuedOn(), bill.net(), bill.vat()));
        allocation.settle(List.of(agreement));
        audit.record(who.actor(), "invoice.issued", "invoice:" + bill.id(), bill.kind() + " " + number);
        events.publishEvent(new InvoicesIssued(TenantContext.current(), id, id));
        return new IssuedFees(id, store.printed(number));
    }

    private FeeBill draft(UUID id, FeeCase one, FeeOrder order) {
        var today = LocalDate.now(clock);
        check(one, order, today);
        var rated = services(one).rate(order.codes(), today);
        if (rated.lines().size() < order.codes().size()) {
            throw FeeRefused.noLongerOffered();
        }
        return FeeBill.of(id, order, one, today, rated);
    }

    private static void check(FeeCase one, FeeOrder order, LocalDate today) {
        if (order.codes().isEmpty()) {
            throw FeeRefused.ofNothing();
        }
        if (!one.isComplete()) {
            throw FeeRefused.holderIncomplete();
        }
        if (order.kind() == FeeKind.OPENING && one.isOpened()) {
            throw FeeRefused.openedAlready();
        }
        if (order.dueOn().isBefore(today) || order.dueOn().isAfter(today.plusYears(1))) {
            throw FeeRefused.dueOutside(today, today.plusYears(1));
        }
    }

    private ServicesOnRequest services(FeeCase one) {
        var book = tariffs.all();
        var choices =
                tariffs.choices(List.of(one.agreement())).getOrDefault(one.agreement(), Collections.emptySortedMap());
        return new ServicesOnRequest(book.of(one.service(), choices), book.rules());
    }

    private FeeCase find(AgreementId agreement) {
        return store.find(agreement).orElseThrow(UnknownAgreement::new);
    }

    private static Set<String> codes(FeeBill bill) {
        return bill.lines().stream().map(FeeLine::charge).collect(toSet());
    }
}
