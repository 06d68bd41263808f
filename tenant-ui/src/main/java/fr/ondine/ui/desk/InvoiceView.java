package fr.ondine.ui.desk;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import fr.ondine.platform.billing.ChosenForms;
import fr.ondine.platform.billing.InvoiceDetail;
import fr.ondine.platform.billing.InvoiceExplanations;
import fr.ondine.platform.billing.ManagedAccounts;
import fr.ondine.platform.billing.ManagedInvoices;
import fr.ondine.platform.staff.StaffPermission;
import fr.ondine.ui.explanations.ExplainedLines;
import fr.ondine.ui.invoices.PostWords;
import fr.ondine.ui.security.SignedInStaff;
import fr.ondine.ui.shell.ActionLink;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Notice;
import fr.ondine.ui.shell.Tone;
import fr.ondine.ui.staff.StaffLayout;
import jakarta.annotation.security.RolesAllowed;

/** One invoice: what it says line by line, what is owed on it, and what corrects it. */
@Route(value = Addresses.INVOICE, layout = StaffLayout.class)
@RolesAllowed("LOOK")
class InvoiceView extends OneInvoicePage {

    private final transient ManagedAccounts accounts;
    private final transient InvoiceExplanations explanations;
    private final transient ChosenForms forms;

    InvoiceView(
            ManagedInvoices invoices,
            ManagedAccounts accounts,
            InvoiceExplanations explanations,
            ChosenForms forms,
            SignedInStaff signedIn) {
        super("desk.invoice.title", invoices, signedIn);
        this.accounts = accounts;
        this.explanations = explanations;
        this.forms = forms;
    }

    @Override
    boolean show(InvoiceDetail detail, BeforeEnterEvent arrival) {
        entitle(say(
                detail.isCreditNote() ? "desk.credit-note.title" : "desk.invoice.title",
                detail.invoice().number()));
        if (arrival.getLocation().getQueryParameters().getParameters().containsKey("fait")) {
            add(done(detail));
        }
        add(
                back(InvoiceQuery.of(arrival.getLocation().getQueryParameters()).here(), say("desk.invoices.back")),
                columns(
                        column(lines(detail), new MetersCard(detail.meters())),
                        column(new SumsCard(detail), actions(detail), new InvoiceFactsCard(detail))));
        return true;
    }

    /** As they were issued and, for who asks, how each amount was found. */
    private Card lines(InvoiceDetail detail) {
        var lines = new InvoiceLines(detail.lines());
        lines.add(new NativeDetails(
                say("tariffs.how"),
                new ExplainedLines(explanations.of(who(), detail.invoice().id()).lines())));
        return lines;
    }

    private Component actions(InvoiceDetail detail) {
        var id = detail.invoice().id();
        var actions = new Div(
                ActionLink.secondary(Addresses.paper(id), say("desk.paper")).loaded());
        actions.addClassNames("row", "actions");
        if (detail.isCreditable() && who().may(StaffPermission.MOVE_MONEY)) {
            actions.add(ActionLink.secondary(Addresses.credit(id), say("desk.credit")));
        }
        return actions;
    }

    /** What follows from the credit note that was just issued. */
    private Component done(InvoiceDetail note) {
        var due = accounts.find(who(), note.agreement().id())
                .orElseThrow()
                .invoices()
                .due();
        var follows = new Paragraph(
                due.isNegative() ? say("desk.credit.done.credit", due.negated()) : say("desk.credit.done.owes", due));
        var notice = new Notice(Tone.GOOD, say("desk.credit.done"), follows).announced();
        if (forms.isPosted(who(), note.agreement().id())) {
            notice.add(PostWords.goes("post.goes.credit", who().may(StaffPermission.BILL)));
        }
        var told = new Div(notice);
        told.addClassName("head");
        return told;
    }
}
