package fr.ondine.ui.dashboard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import fr.ondine.platform.billing.InvoiceState;
import fr.ondine.platform.billing.InvoiceSummary;
import fr.ondine.platform.payments.CardPayments;
import fr.ondine.platform.receivables.ReceivableId;
import fr.ondine.ui.contract.ChosenContract;
import fr.ondine.ui.payments.PayButton;
import fr.ondine.ui.shell.ActionLink;
import fr.ondine.ui.shell.Amount;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Pill;
import fr.ondine.ui.shell.Routes;
import fr.ondine.ui.shell.Tone;
import fr.ondine.ui.shell.Written;

/** The one thing that matters: what is owed, until when, and how to pay it; or that nothing is, and what comes next. */
class DueCard extends Card {

    private final Overview overview;
    private final ChosenContract chosen;
    private final CardPayments cards;

    DueCard(Overview overview, ChosenContract chosen, CardPayments cards) {
        this.overview = overview;
        this.chosen = chosen;
        this.cards = cards;
        main();
        var unpaid = overview.unpaid();
        if (unpaid.isEmpty()) {
            settled();
        } else if (unpaid.size() == 1) {
            single(unpaid.getFirst());
        } else {
            several(unpaid.getFirst(), unpaid.size());
        }
        if (!overview.invoices().isEmpty()) {
            var known = overview.invoices().getFirst().knownOn();
            var caution = soft(getTranslation("dashboard.due.known", known));
            caution.addClassName("small");
            add(caution);
        }
    }

    private void settled() {
        var owed = overview.due().isNegative();
        add(new H2(getTranslation(owed ? "dashboard.credit" : "dashboard.settled")));
        if (owed) {
            add(new Amount(overview.due().negated()), new Paragraph(getTranslation("dashboard.credit.what")));
        }
        if (overview.invoices().isEmpty()) {
            add(new Paragraph(getTranslation("dashboard.no-invoice")));
        } else {
            add(new Paragraph(last(overview.invoices().getFirst())), actions(see()));
        }
    }

    private String last(InvoiceSummary latest) {
        return latest.settledOn() == null
                ? getTranslation("dashboard.last", latest.number(), latest.issuedOn(), latest.total())
                : getTranslation("dashboard.last.paid", latest.number(), latest.total(), latest.settledOn());
    }

    private void single(InvoiceSummary invoice) {
        var waited = overview.comesByItself(invoice);
        add(
                head(getTranslation(waited ? "dashboard.nothing-to-do" : "dashboard.due"), pill(invoice)),
                new Amount(invoice.balance()),
                soft(about(invoice)));
        add(
                waited || !Routes.exist("factures") || !cards.isOffered()
                        ? actions(see())
                        : actions(
                                new PayButton(
                                        cards,
                                        chosen.user(),
                                        new ReceivableId(invoice.id().value()),
                                        getTranslation("dashboard.pay")),
                                see()));
    }

    private void several(InvoiceSummary oldest, int count) {
        add(
                head(getTranslation("dashboard.due"), pill(oldest)),
                new Amount(overview.due()),
                soft(getTranslation("dashboard.due.several", count)));
        if (Routes.exist("factures")) {
            add(actions(ActionLink.primary(chosen.link("factures"), getTranslation("dashboard.pay.several"))));
        }
    }

    private Pill pill(InvoiceSummary invoice) {
        if (invoice.state() == InvoiceState.PAYMENT_IN_PROGRESS) {
            return new Pill(Tone.INFO, getTranslation("dashboard.pill.in-progress"));
        }
        if (invoice.state() == InvoiceState.OVERDUE) {
            return new Pill(Tone.BAD, getTranslation("dashboard.pill.overdue", invoice.dueOn()));
        }
        return overview.comesByItself(invoice)
                ? new Pill(Tone.INFO, getTranslation("dashboard.pill.debit", invoice.dueOn()))
                : new Pill(Tone.WARN, getTranslation("dashboard.pill.due", invoice.dueOn()));
    }

    private String about(InvoiceSummary invoice) {
        return invoice.period() == null
                ? getTranslation("dashboard.invoice.of", invoice.number(), invoice.issuedOn())
                : getTranslation("dashboard.invoice", invoice.number(), Written.period(invoice.period()));
    }

    private Component see() {
        return Routes.exist("factures")
                ? new Anchor(chosen.link("factures"), getTranslation("dashboard.see"))
                : new Div();
    }

    private static Component actions(Component... actions) {
        var row = new Div(actions);
        row.addClassNames("row", "actions");
        return row;
    }

    private static Component head(String heading, Pill pill) {
        var head = new Div(new H2(heading), pill);
        head.addClassNames("row", "spread");
        return head;
    }

    private static Paragraph soft(String text) {
        var paragraph = new Paragraph(text);
        paragraph.addClassName("soft");
        return paragraph;
    }
}
