package fr.ondine.platform.notifications;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.notifications.AnnouncedInvoices.Reader;
import fr.ondine.platform.receivables.Debt;
import fr.ondine.platform.receivables.Debts;
import fr.ondine.platform.receivables.OpenReceivable;
import fr.ondine.platform.receivables.ReceivableState;
import fr.ondine.platform.tenancy.Tenants;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes what subscribers are told of invoices: that one is there, and that one or an instalment comes soon. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class InvoiceLetters {

    private final AnnouncedInvoices announced;
    private final Debts debts;
    private final Outbox outbox;
    private final PortalLinks links;
    private final Tenants tenants;

    InvoiceLetters(AnnouncedInvoices announced, Debts debts, Outbox outbox, PortalLinks links, Tenants tenants) {
        this.announced = announced;
        this.debts = debts;
        this.outbox = outbox;
        this.links = links;
        this.tenants = tenants;
    }

    /** Tells of invoices and credit notes that were issued; tells how many mails that were. */
    int issued(Collection<UUID> invoices) {
        var readers = announced.issued(invoices);
        var owed = owed(readers);
        readers.forEach(reader -> issued(reader, open(owed, reader)));
        return readers.size();
    }

    private void issued(Reader reader, Optional<OpenReceivable> open) {
        if (reader.isCredit()) {
            creditNoteIssued(reader);
        } else {
            invoiceIssued(reader, open);
        }
    }

    /** One that takes back an invoice in the holder's favour gives nothing: they owe more by it. */
    private void creditNoteIssued(Reader reader) {
        var amount = reader.amount();
        if (amount.isPositive()) {
            put("credit-note-takes-back", Announcement.ISSUED, reader, amount, reader.dueOn());
        } else {
            put("credit-note-issued", Announcement.ISSUED, reader, amount.negated(), reader.dueOn());
        }
    }

    private void invoiceIssued(Reader reader, Optional<OpenReceivable> open) {
        var state = open.filter(one -> one.left().isPositive())
                .map(OpenReceivable::state)
                .orElse(ReceivableState.PAID);
        var name = state.isAsked()
                ? "invoice-issued"
                : state == ReceivableState.DEBITED ? "invoice-issued-debited" : "invoice-issued-settled";
        put(
                name,
                Announcement.ISSUED,
                reader,
                open.map(OpenReceivable::left).orElse(reader.amount()),
                open.map(OpenReceivable::dueOn).orElse(reader.dueOn()));
    }

    /** Tells some agreements of what comes between two days; tells how many mails that were. */
    int dueSoon(Collection<UUID> agreements, LocalDate first, LocalDate last) {
        var readers = announced.due(agreements, first, last);
        var owed = owed(readers);
        var contested = announced.contested(readers.stream().map(Reader::thing).toList(), first);
        var instalments = announced.instalments(agreements, first, last);
        instalments.forEach(this::instalment);
        return instalments.size()
                + readers.stream()
                        .mapToInt(reader -> open(owed, reader)
                                .filter(open -> open.left().isPositive())
                                .map(open -> dueSoon(reader, open, contested.contains(open.id())))
                                .orElse(0))
                        .sum();
    }

    /** Who pays by instalments, or is paying, is told nothing; who contests it is asked for nothing, but a debit is told. */
    private int dueSoon(Reader reader, OpenReceivable open, boolean isContested) {
        if (isContested && open.state() == ReceivableState.DUE) {
            return 0;
        }
        switch (open.state()) {
            case DUE -> put("due-soon", Announcement.DUE_SOON, reader, open.left(), open.dueOn());
            case DEBITED -> put("debit-soon", Announcement.DUE_SOON, reader, open.left(), open.dueOn());
            case OVERDUE, BY_INSTALMENTS, PAYMENT_IN_PROGRESS, CARRIED, PAID, CREDIT -> {
                return 0;
            }
        }
        return 1;
    }

    private void instalment(Reader reader) {
        outbox.put(Letter.of("instalment-soon", reader.address(), reader.amount(), reader.dueOn(), contract(reader))
                .leadingTo(links.to("/echeancier?contrat=" + reader.agreement().value()))
                .about(reader.source(), reader.agreement())
                .refusedBy(reader.user(), Announcement.DUE_SOON));
    }

    /** @param dueOn which may be later than the invoice says, where it is asked for with another one */
    private void put(String name, Announcement what, Reader reader, Money amount, LocalDate dueOn) {
        var number = tenants.current().invoiceNumbers().display(reader.number());
        outbox.put(Letter.of(name, reader.address(), number, amount, dueOn, contract(reader))
                .leadingTo(links.to("/factures?contrat=" + reader.agreement().value()))
                .about(reader.source(), reader.agreement())
                .refusedBy(reader.user(), what));
    }

    private String contract(Reader reader) {
        return tenants.current().contractNumbers().display(reader.contract());
    }

    private Map<AgreementId, Debt> owed(List<Reader> readers) {
        return debts.of(readers.stream().map(Reader::agreement).distinct().toList());
    }

    private static Optional<OpenReceivable> open(Map<AgreementId, Debt> owed, Reader reader) {
        return Optional.ofNullable(owed.get(reader.agreement())).flatMap(debt -> debt.on(reader.thing()));
    }
}
