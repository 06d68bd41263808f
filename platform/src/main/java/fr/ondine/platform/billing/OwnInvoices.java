package fr.ondine.platform.billing;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.customers.Agreements;
import fr.ondine.platform.documents.DocumentContent;
import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.provider.ApiCaller;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The invoices of the agreements that a subscriber holds, for a program that they let read them. What others let the
 * subscriber see is not theirs to hand on.
 */
@Service
@Transactional(readOnly = true)
public class OwnInvoices {

    private final InvoiceFeeds feeds;
    private final InvoiceDetails details;
    private final IssuedInvoices issued;
    private final Agreements agreements;
    private final InvoicePaper paper;

    OwnInvoices(
            InvoiceFeeds feeds,
            InvoiceDetails details,
            IssuedInvoices issued,
            Agreements agreements,
            InvoicePaper paper) {
        this.feeds = feeds;
        this.details = details;
        this.issued = issued;
        this.agreements = agreements;
        this.paper = paper;
    }

    /** The newest first, those after a mark. */
    public InvoiceFeed list(ApiCaller caller, AgreementId agreement, Optional<InvoiceMark> after, int size) {
        agreements.requireLinked(caller.owner(), agreement);
        return feeds.page(InvoiceSelection.of(agreement), after, size);
    }

    /** {@link UnknownInvoice} where there is none, or it is somebody else's. */
    public InvoiceDetail get(ApiCaller caller, InvoiceId id) {
        return details.of(held(caller.owner(), id));
    }

    /**
     * Without the claim key, by which whoever runs the program would take the contract for good, and without mail and mandate,
     * which it was not let know.
     */
    @Transactional
    public DocumentContent paper(ApiCaller caller, InvoiceId id) {
        var invoice = held(caller.owner(), id);
        return paper.shared(invoice);
    }

    private IssuedInvoice held(UserId owner, InvoiceId id) {
        return issued.find(id)
                .filter(invoice -> agreements.isHeld(owner, invoice.agreement()))
                .orElseThrow(UnknownInvoice::new);
    }
}
