package fr.ondine.ui.dashboard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import fr.ondine.platform.billing.InvoiceAccount;
import fr.ondine.platform.billing.InvoiceSummary;
import fr.ondine.platform.payments.CardPayments;
import fr.ondine.platform.receivables.ReceivableId;
import fr.ondine.platform.receivables.ReceivableState;
import fr.ondine.ui.contract.ChosenContract;
import fr.ondine.ui.invoices.ComingLines;
import fr.ondine.ui.invoices.InvoiceWords;
import fr.ondine.ui.payments.PayButton;
import fr.ondine.ui.shell.ActionLink;
import fr.ondine.ui.shell.Amount;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Pill;
import fr.ondine.ui.shell.Written;
import java.util.List;

/** The one thing that matters: what is owed, until when, and how to pay it; or that nothing is, and what comes next. */
class DueCard extends Card {

    private final transient ChosenContract chosen;
    private final transient CardPayments cards;

    DueCard(InvoiceAccount account, ChosenContract chosen, CardPayments cards) {
        this.chosen = chosen;
        this.cards = cards;
        main();
        if (!account.asked().isEmpty()) {
            asked(account);
        } else if (!account.coming().isEmpty()) {
            coming(account.coming());
        } else {
            settled(account);
        }
        account.latest().ifPresent(latest -> add(small(getTranslation("dashboard.due.known", latest.knownOn()))));
    }

    private void settled(InvoiceAccount account) {
        var credit = account.due().isNegative();
        add(new H2(getTranslation(credit ? "dashboard.credit" : "dashboard.settled")));
        if (credit) {
            add(new Amount(account.due().negated()), new Paragraph(getTranslation("dashboard.credit.what")));
        }
        if (account.latest().isEmpty()) {
            add(new Paragraph(getTranslation("dashboard.no-invoice")));
        }
    }

    private void coming(List<InvoiceSummary> coming) {
        add(
                head(getTranslation("dashboard.nothing-to-do"), pill(coming.getFirst())),
                new Amount(InvoiceAccount.left(coming)),
                saidByPill(coming) ? soft(about(coming.getFirst())) : new ComingLines(coming),
                actions(see()));
    }

    private void asked(InvoiceAccount account) {
        var asked = account.asked();
        var oldest = asked.getFirst();
        var single = asked.size() == 1;
        add(
                head(getTranslation("dashboard.due"), pill(oldest)),
                new Amount(InvoiceAccount.left(asked)),
                soft(single ? about(oldest) : getTranslation("dashboard.due.several", asked.size())),
                new ComingLines(account.coming()),
                single ? actions(pay(oldest), see()) : actions(inTheList(asked)));
    }

    /** One amount on one day needs no sentence of its own. */
    private static boolean saidByPill(List<InvoiceSummary> coming) {
        return coming.size() == 1 && coming.getFirst().state() != ReceivableState.BY_INSTALMENTS;
    }

    private Component pay(InvoiceSummary invoice) {
        return isOffered(invoice)
                ? new PayButton(
                        cards, chosen.user(), new ReceivableId(invoice.id().value()), getTranslation("dashboard.pay"))
                : new Div();
    }

    private Component inTheList(List<InvoiceSummary> asked) {
        return asked.stream().anyMatch(this::isOffered)
                ? ActionLink.primary(chosen.link("factures"), getTranslation("dashboard.pay.several"))
                : see();
    }

    private boolean isOffered(InvoiceSummary invoice) {
        return invoice.payable().isPositive() && cards.isOffered();
    }

    private Pill pill(InvoiceSummary invoice) {
        var text = getTranslation("dashboard.pill." + InvoiceWords.key(invoice.state()), invoice.dueOn());
        return new Pill(InvoiceWords.tone(invoice.state()), text);
    }

    private String about(InvoiceSummary invoice) {
        return invoice.period() == null
                ? getTranslation("dashboard.invoice.of", invoice.number(), invoice.issuedOn())
                : getTranslation("dashboard.invoice", invoice.number(), Written.period(invoice.period()));
    }

    private Component see() {
        return new Anchor(chosen.link("factures"), getTranslation("dashboard.see"));
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

    private static Paragraph small(String text) {
        var paragraph = soft(text);
        paragraph.addClassName("small");
        return paragraph;
    }
}
