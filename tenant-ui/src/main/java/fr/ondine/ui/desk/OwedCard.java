package fr.ondine.ui.desk;

import static fr.ondine.ui.desk.DeskWords.say;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import fr.ondine.platform.billing.InvoiceAccount;
import fr.ondine.platform.billing.InvoiceSummary;
import fr.ondine.ui.shell.Amount;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.ResponsiveTable;
import fr.ondine.ui.shell.Written;
import java.util.ArrayList;

/** What an agreement owes in all, invoice by invoice, and what is debited next. */
final class OwedCard extends Card {

    OwedCard(InvoiceAccount account) {
        super(say(account.due().isNegative() ? "desk.owed.credit" : "desk.owed"));
        main();
        add(new Amount(account.due().isNegative() ? account.due().negated() : account.due()));
        var open = new ArrayList<>(account.asked());
        open.addAll(account.coming());
        open.addAll(account.carried());
        if (!open.isEmpty()) {
            var table = new ResponsiveTable()
                    .column(say("desk.invoice"))
                    .keyColumn(say("desk.left"))
                    .column(say("desk.state"));
            open.forEach(invoice -> row(table, invoice));
            add(table);
        }
        account.coming().stream()
                .filter(invoice -> invoice.missed() == null)
                .findFirst()
                .ifPresent(next -> add(new Paragraph(DeskWords.of("next", next.state(), next.left(), next.dueOn()))));
        var known = new Paragraph(say("desk.known", account.knownOn()));
        known.addClassNames("small", "soft");
        add(known);
    }

    private static void row(ResponsiveTable table, InvoiceSummary invoice) {
        table.row(
                DeskWords.lines(
                        new Anchor(Addresses.invoice(invoice.id()), invoice.number()), DeskWords.subject(invoice)),
                new Span(Written.money(invoice.left())),
                DeskWords.state(invoice, false));
    }
}
