package fr.ondine.platform.billing;

import fr.ondine.platform.documents.DocumentContent;
import fr.ondine.platform.documents.Documents;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.StaffPermission;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** All invoices of the bound utility, as its staff look at them. */
@Service
@Transactional(readOnly = true)
public class ManagedInvoices {

    public static final int PAGE = 50;

    /** Of so many contracts, found in one way by what was typed, invoices are listed; of more, it has to be typed further. */
    public static final int CONTRACTS = 500;

    private final ListedInvoices listed;
    private final InvoiceDetails details;
    private final IssuedInvoices issued;
    private final Documents documents;
    private final InvoicePaper paper;

    ManagedInvoices(
            ListedInvoices listed,
            InvoiceDetails details,
            IssuedInvoices issued,
            Documents documents,
            InvoicePaper paper) {
        this.listed = listed;
        this.details = details;
        this.issued = issued;
        this.documents = documents;
        this.paper = paper;
    }

    /** The newest first, from a mark on; the same few queries however many there are. */
    public InvoicePage list(CurrentStaff who, InvoiceFilter filter, Optional<InvoiceMark> from) {
        who.require(StaffPermission.LOOK);
        return listed.page(filter, from, PAGE);
    }

    /** All that an invoice says and what has become of it. */
    public Optional<InvoiceDetail> find(CurrentStaff who, InvoiceId id) {
        who.require(StaffPermission.LOOK);
        return issued.find(id).map(details::of);
    }

    /** The invoice of that number, however it is written. */
    public Optional<InvoiceId> numbered(CurrentStaff who, String number) {
        who.require(StaffPermission.LOOK);
        return issued.numbered(TypedSearch.of(number).number());
    }

    /** The paper that the subscriber sees, without the key by which they claim the agreement. */
    @Transactional
    public DocumentContent paper(CurrentStaff who, InvoiceId id) {
        who.require(StaffPermission.LOOK);
        var invoice = issued.find(id).orElseThrow(UnknownInvoice::new);
        return invoice.original() == null ? paper.withoutKey(invoice) : documents.content(invoice.original());
    }
}
