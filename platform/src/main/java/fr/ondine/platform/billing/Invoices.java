package fr.ondine.platform.billing;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.customers.Agreements;
import fr.ondine.platform.customers.UnknownAgreement;
import fr.ondine.platform.documents.DocumentContent;
import fr.ondine.platform.documents.Documents;
import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.receivables.Ledger;
import fr.ondine.platform.receivables.ReceivableId;
import fr.ondine.platform.tenancy.Tenants;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Slice;
import org.springframework.data.domain.SliceImpl;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The invoices (factures) of an agreement as its subscriber sees them, with what is left to pay today. */
@Service
@Transactional(readOnly = true)
public class Invoices {

    private final Agreements agreements;
    private final IssuedInvoices issued;
    private final Ledger ledger;
    private final Documents documents;
    private final InvoicePaper paper;
    private final Tenants tenants;
    private final Clock clock;

    Invoices(
            Agreements agreements,
            IssuedInvoices issued,
            Ledger ledger,
            Documents documents,
            InvoicePaper paper,
            Tenants tenants,
            Clock clock) {
        this.agreements = agreements;
        this.issued = issued;
        this.ledger = ledger;
        this.documents = documents;
        this.paper = paper;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** The invoices of an agreement open to the user, the latest first; the same few queries however many there are. */
    public Slice<InvoiceSummary> page(UserId user, AgreementId agreement, Pageable page) {
        agreements.requireLinked(user, agreement);
        var found = issued.page(agreement, page);
        return new SliceImpl<>(summaries(found.getContent()), page, found.hasNext());
    }

    /** The latest invoice of an agreement open to the user. */
    public Optional<InvoiceSummary> latest(UserId user, AgreementId agreement) {
        return page(user, agreement, PageRequest.of(0, 1)).stream().findFirst();
    }

    /** An invoice's number as printed on it, for whoever already knows the invoice. */
    public String number(InvoiceId id) {
        var invoice = issued.find(id).orElseThrow(UnknownInvoice::new);
        return tenants.current().invoiceNumbers().display(invoice.number());
    }

    /** What the agreement owes in all its invoices, less what was paid in advance. */
    public Money due(UserId user, AgreementId agreement) {
        agreements.requireLinked(user, agreement);
        return ledger.due(agreement);
    }

    /** The utility's original byte for byte where there is one, or else a paper of the same content in its brand. */
    public DocumentContent pdf(UserId user, InvoiceId id) {
        var invoice = issued.find(id).orElseThrow(UnknownInvoice::new);
        try {
            agreements.requireLinked(user, invoice.agreement());
        } catch (UnknownAgreement notTheirs) {
            throw new UnknownInvoice();
        }
        return invoice.original() == null
                ? paper.of(invoice, agreements.card(user, invoice.agreement()))
                : documents.content(invoice.original());
    }

    private List<InvoiceSummary> summaries(Collection<IssuedInvoice> invoices) {
        var ids = invoices.stream().map(IssuedInvoice::receivable).toList();
        var balances = ledger.balances(ids);
        var receipts = ledger.lastReceipts(ids);
        var today = LocalDate.now(clock);
        var knownOn = issued.knownOn().orElse(today);
        return invoices.stream()
                .map(invoice -> summary(invoice, balances, receipts, today, knownOn))
                .toList();
    }

    private InvoiceSummary summary(
            IssuedInvoice invoice,
            Map<ReceivableId, Money> balances,
            Map<ReceivableId, LocalDate> receipts,
            LocalDate today,
            LocalDate knownOn) {
        var utility = tenants.current();
        var balance = balances.getOrDefault(invoice.receivable(), Money.zero());
        var pastDue = today.isAfter(invoice.dueOn());
        return new InvoiceSummary(
                invoice.id(),
                utility.invoiceNumbers().display(invoice.number()),
                invoice.kind(),
                utility.contractNumbers().display(invoice.agreementNumber()),
                invoice.issuedOn(),
                invoice.dueOn(),
                invoice.period(),
                invoice.total(),
                balance,
                InvoiceState.of(balance, invoice.paymentInProgress(), pastDue),
                balance.isZero() ? receipts.get(invoice.receivable()) : null,
                knownOn);
    }
}
