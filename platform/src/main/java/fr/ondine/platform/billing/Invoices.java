package fr.ondine.platform.billing;

import static java.util.stream.Collectors.toMap;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.customers.AgreementSummary;
import fr.ondine.platform.customers.Agreements;
import fr.ondine.platform.customers.UnknownAgreement;
import fr.ondine.platform.documents.DocumentContent;
import fr.ondine.platform.documents.Documents;
import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.receivables.Debts;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.Tenants;
import java.nio.charset.StandardCharsets;
import java.util.Map;
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
    private final InvoiceSummaries summaries;
    private final Debts debts;
    private final Documents documents;
    private final InvoicePaper paper;
    private final Tenants tenants;

    Invoices(
            Agreements agreements,
            IssuedInvoices issued,
            InvoiceSummaries summaries,
            Debts debts,
            Documents documents,
            InvoicePaper paper,
            Tenants tenants) {
        this.agreements = agreements;
        this.issued = issued;
        this.summaries = summaries;
        this.debts = debts;
        this.documents = documents;
        this.paper = paper;
        this.tenants = tenants;
    }

    /** The invoices of an agreement that the user may see, the latest first; the same few queries however many there are. */
    public Slice<InvoiceSummary> page(UserId user, AgreementId agreement, Pageable page) {
        agreements.requireSeen(user, agreement);
        var found = issued.page(agreement, page);
        return new SliceImpl<>(summaries.of(found.getContent()), page, found.hasNext());
    }

    /** What an agreement that the user may see owes, all its invoices that wait and its latest one; by the same few queries. */
    public InvoiceAccount account(UserId user, AgreementId agreement) {
        agreements.requireSeen(user, agreement);
        return summaries.account(agreement);
    }

    /** What the holder is asked to pay on each agreement that the user may see; none where nothing is. */
    public Map<AgreementId, Money> asked(UserId user) {
        var open = agreements.seenBy(user).stream().map(AgreementSummary::id).toList();
        var debts = this.debts.of(open);
        return debts.entrySet().stream()
                .filter(debt -> debt.getValue().asked().isPositive())
                .collect(toMap(Map.Entry::getKey, debt -> debt.getValue().asked()));
    }

    /** An invoice's number as printed on it, for whoever already knows the invoice. */
    public String number(InvoiceId id) {
        var invoice = issued.find(id).orElseThrow(UnknownInvoice::new);
        return tenants.current().invoiceNumbers().display(invoice.number());
    }

    /**
     * The utility's original byte for byte where there is one, or else a paper of the same content in its brand. Whoever is
     * only let see it gets ours without the claim key, by which they would take the contract for good, and without its
     * holder's mail and bank.
     */
    @Transactional
    public DocumentContent pdf(UserId user, InvoiceId id) {
        var invoice = open(user, id);
        if (!readsKey(user, invoice)) {
            return paper.shared(invoice);
        }
        return invoice.original() == null ? paper.of(invoice) : documents.content(invoice.original());
    }

    /** The same in letters of 18 points. */
    @Transactional
    public DocumentContent largePrint(UserId user, InvoiceId id) {
        var invoice = open(user, id);
        return readsKey(user, invoice) ? paper.largePrint(invoice) : paper.sharedInLargePrint(invoice);
    }

    /** The same as plain text from top to bottom, each thing with its name. */
    public DocumentContent text(UserId user, InvoiceId id) {
        var invoice = open(user, id);
        var text = readsKey(user, invoice) ? paper.text(invoice) : paper.sharedText(invoice);
        return new DocumentContent(
                InvoicePaper.name(invoice) + ".txt",
                "text/plain;charset=UTF-8",
                text.plain().getBytes(StandardCharsets.UTF_8));
    }

    /** Staff who look as the holder are no holder: they would have the key and keep it. */
    private boolean readsKey(UserId user, IssuedInvoice invoice) {
        return agreements.isHeld(user, invoice.agreement())
                && TenantContext.looking().isEmpty();
    }

    private IssuedInvoice open(UserId user, InvoiceId id) {
        var invoice = issued.find(id).orElseThrow(UnknownInvoice::new);
        try {
            agreements.requireSeen(user, invoice.agreement());
        } catch (UnknownAgreement notTheirs) {
            throw new UnknownInvoice();
        }
        return invoice;
    }
}
