package fr.ondine.ui.runs;

import static fr.ondine.ui.runs.RunWords.say;

import com.vaadin.flow.component.html.Paragraph;
import fr.ondine.platform.runs.DraftInvoice;
import fr.ondine.platform.runs.DraftLine;
import fr.ondine.platform.runs.DraftMeter;
import fr.ondine.ui.shell.Amount;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Definitions;
import fr.ondine.ui.shell.ResponsiveTable;
import fr.ondine.ui.shell.Written;

/** What an invoice would say: its meters, its lines and its sums. */
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
            add(meters(draft));
        }
        add(lines(draft));
    }

    private static ResponsiveTable meters(DraftInvoice draft) {
        var table = new ResponsiveTable()
                .caption(say("runs.draft.meters"))
                .column(say("runs.draft.meter"))
                .column(say("runs.draft.days"))
                .endColumn(say("runs.draft.before"))
                .endColumn(say("runs.draft.after"))
                .endColumn(say("runs.draft.used"));
        draft.meters()
                .forEach(meter -> table.row(
                        meter.serial(),
                        Written.period(meter.period()),
                        Written.volume(meter.before()),
                        Written.volume(meter.after()),
                        used(meter)));
        return table;
    }

    private static String used(DraftMeter meter) {
        var used = Written.here().volume(meter.used());
        return meter.isEstimated() ? say("runs.draft.estimated", used) : used;
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
                        Written.period(line.period()),
                        Written.here().quantity(line.quantity()),
                        price(line),
                        Written.here().percent(line.vat()),
                        Written.money(line.net())));
        return table;
    }

    /** "44,67 €", "44,67 € pour 365". */
    private static String price(DraftLine line) {
        var price = Written.here().price(line.price());
        return line.priced() == 1 ? say("runs.draft.euros", price) : say("runs.draft.euros-of", price, line.priced());
    }
}
