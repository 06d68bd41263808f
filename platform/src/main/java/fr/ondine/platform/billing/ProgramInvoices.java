package fr.ondine.platform.billing;

import fr.ondine.platform.documents.DocumentContent;
import fr.ondine.platform.documents.Documents;
import fr.ondine.platform.provider.ApiCaller;
import fr.ondine.platform.provider.ClientScope;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** All invoices of the bound utility, for programs that act for it. */
@Service
@Transactional(readOnly = true)
public class ProgramInvoices {

    private final InvoiceFeeds feeds;
    private final InvoiceDetails details;
    private final IssuedInvoices issued;
    private final Documents documents;
    private final InvoicePaper paper;

    ProgramInvoices(
            InvoiceFeeds feeds,
            InvoiceDetails details,
            IssuedInvoices issued,
            Documents documents,
            InvoicePaper paper) {
        this.feeds = feeds;
        this.details = details;
        this.issued = issued;
        this.documents = documents;
        this.paper = paper;
    }

    /** The newest first, those after a mark. */
    public InvoiceFeed list(ApiCaller caller, InvoiceSelection which, Optional<InvoiceMark> after, int size) {
        caller.require(ClientScope.INVOICES_READ);
        return feeds.page(which, after, size);
    }

    /** {@link UnknownInvoice} where there is none. */
    public InvoiceDetail get(ApiCaller caller, InvoiceId id) {
        caller.require(ClientScope.INVOICES_READ);
        return details.of(issued.find(id).orElseThrow(UnknownInvoice::new));
    }

    /** The utility's original, or else the paper in its brand without the key by which an agreement is claimed. */
    @Transactional
    public DocumentContent paper(ApiCaller caller, InvoiceId id) {
        caller.require(ClientScope.INVOICES_READ);
        var invoice = issued.find(id).orElseThrow(UnknownInvoice::new);
        return invoice.original() == null ? paper.withoutKey(invoice) : documents.content(invoice.original());
    }
}
