package fr.ondine.ui.desk;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import fr.ondine.platform.billing.InvoiceDetail;
import fr.ondine.platform.billing.InvoiceId;
import fr.ondine.platform.billing.ManagedInvoices;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.ui.security.SignedInStaff;
import fr.ondine.ui.shell.Page;
import java.util.Optional;

/** A page about the invoice that its address names, by its identifier or by its number. */
abstract class OneInvoicePage extends Page implements BeforeEnterObserver {

    final transient ManagedInvoices invoices;
    private final transient SignedInStaff signedIn;

    OneInvoicePage(String title, ManagedInvoices invoices, SignedInStaff signedIn) {
        super(title, "");
        this.invoices = invoices;
        this.signedIn = signedIn;
    }

    /** Fills the page, which is empty; false where there is no such page about that invoice. */
    abstract boolean show(InvoiceDetail detail, BeforeEnterEvent arrival);

    @Override
    public final void beforeEnter(BeforeEnterEvent arrival) {
        clear();
        var found = named(arrival.getRouteParameters().get(Addresses.WHICH).orElse(""))
                .flatMap(id -> invoices.find(who(), id))
                .filter(detail -> show(detail, arrival));
        if (found.isEmpty()) {
            arrival.rerouteToError(NotFoundException.class);
        }
    }

    private Optional<InvoiceId> named(String text) {
        return Addresses.id(text).map(InvoiceId::new).or(() -> invoices.numbered(who(), text));
    }

    final CurrentStaff who() {
        return signedIn.get();
    }

    static Paragraph back(String address, String words) {
        return new Paragraph(new Anchor(address, words));
    }
}
