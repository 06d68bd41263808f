package fr.ondine.ui.runs;

import static fr.ondine.ui.runs.RunWords.say;

import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import fr.ondine.platform.billing.BilledLine;
import fr.ondine.platform.runs.DraftInvoice;
import fr.ondine.ui.explanations.ExplainedLines;
import fr.ondine.ui.explanations.MetersTable;
import fr.ondine.ui.shell.Amount;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Definitions;
import fr.ondine.ui.shell.ResponsiveTable;
import fr.ondine.ui.shell.Written;

/** What an invoice would say: its meters, its lines with how each was found, and its sums. */
final class DraftCard extends Card {

    DraftCard(DraftInvoice draft) {
        super(say("runs.draft.of", draft.contract()), new Paragraph(say("runs.draft.period", draft.period())));
        getElement().setAttribute("role", "status");
        add(new Amount(draft.total()).medium());
        add(new Definitions()
                .wide()
                .with(say("runs.totals.net"), Written.money(draft.net()))
                .with(say("runs.totals.vat"), Written.money(draft.vat())));
        if (!draft.meters().isEmpty()) {
            add(new MetersTable(draft.meters()).caption(say("runs.draft.meters")));
        }
        add(lines(draft), new NativeDetails(say("tariffs.how"), new ExplainedLines(draft.lines())));
    }

    private static ResponsiveTable lines(DraftInvoice draft) {
        var table = new ResponsiveTable()
                .caption(say("runs.draft.lines"))
                .column(say("runs.draft.line"))
                .column(say("runs.draft.days"))
                .endColumn(say("runs.draft.quantity"))
                .endColumn(say("runs.draft.price"))
                .endColumn(say("runs.totals.vat"))
                .keyColumn(say("runs.totals.net"));
        draft.lines()
                .forEach(line -> table.row(
                        line.label(),
                        days(line, draft),
                        Written.here().quantity(line.quantity()),
                        ExplainedLines.price(line),
                        Written.here().percent(line.vat()),
                        Written.money(line.net())));
        return table;
    }

    private static String days(BilledLine line, DraftInvoice draft) {
        var days = line.days();
        return Written.period(days == null ? draft.period() : days);
    }
}
