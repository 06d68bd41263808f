package fr.ondine.ui.desk;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import fr.ondine.platform.billing.InvoiceFilter;
import fr.ondine.platform.billing.InvoicePage;
import fr.ondine.platform.billing.ManagedInvoices;
import fr.ondine.platform.staff.StaffPermission;
import fr.ondine.ui.security.SignedInStaff;
import fr.ondine.ui.shell.ActionLink;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.EmptyState;
import fr.ondine.ui.shell.Icon;
import fr.ondine.ui.shell.Page;
import fr.ondine.ui.staff.StaffLayout;
import jakarta.annotation.security.RolesAllowed;

/** All invoices of the utility, the newest first, and those that are looked for among them. */
@Route(value = Addresses.INVOICES, layout = StaffLayout.class)
@RolesAllowed("LOOK")
class InvoicesView extends Page implements BeforeEnterObserver {

    private final transient ManagedInvoices invoices;
    private final transient SignedInStaff signedIn;

    InvoicesView(ManagedInvoices invoices, SignedInStaff signedIn) {
        super("desk.invoices.title");
        this.invoices = invoices;
        this.signedIn = signedIn;
        if (signedIn.get().may(StaffPermission.BILL)) {
            beside(ActionLink.secondary("/" + Addresses.TO_POST, say("desk.post.title")));
        }
    }

    @Override
    public void beforeEnter(BeforeEnterEvent arrival) {
        var query = InvoiceQuery.of(arrival.getLocation().getQueryParameters());
        var page = invoices.list(signedIn.get(), query.filter(), query.mark());
        clear();
        if (page.rows().isEmpty()
                && query.filter().equals(InvoiceFilter.ALL)
                && query.mark().isEmpty()) {
            add(new EmptyState(Icon.INVOICE, say("desk.invoices.none"), say("desk.invoices.none.why")));
            return;
        }
        add(column(new Card(new InvoiceFilterForm(query.filter())), list(query, page)));
    }

    private Card list(InvoiceQuery query, InvoicePage page) {
        var list = new Card();
        if (page.isCut()) {
            list.add(status(say("desk.invoices.too-many", ManagedInvoices.CONTRACTS)));
        }
        list.add(
                page.rows().isEmpty()
                        ? status(say(page.next().isPresent() ? "desk.invoices.not-yet" : "desk.invoices.not-found"))
                        : new InvoiceRowsTable(query, page.rows()),
                turns(query, page));
        return list;
    }

    private static Paragraph status(String sentence) {
        var status = new Paragraph(sentence);
        status.getElement().setAttribute("role", "status");
        return status;
    }

    private Nav turns(InvoiceQuery query, InvoicePage page) {
        var turns = new Nav();
        turns.addClassNames("row", "turns");
        turns.getElement().setAttribute("aria-label", say("desk.pages"));
        turns.setVisible(query.mark().isPresent() || page.next().isPresent());
        if (query.mark().isPresent()) {
            turns.add(new Anchor(InvoiceQuery.address(query.filter()), say("desk.pages.newest")));
        }
        page.next().ifPresent(next -> turns.add(new Anchor(query.from(next), say("desk.pages.older"))));
        return turns;
    }
}
