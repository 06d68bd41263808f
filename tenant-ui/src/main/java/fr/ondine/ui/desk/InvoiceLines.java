package fr.ondine.ui.desk;

import static fr.ondine.ui.desk.DeskWords.say;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import fr.ondine.platform.billing.IssuedLine;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.tariffs.InvoiceSection;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.ResponsiveTable;
import fr.ondine.ui.shell.Written;
import java.util.List;

/** The lines of an invoice, rubric by rubric, as they were issued. */
final class InvoiceLines extends Card {

    InvoiceLines(List<IssuedLine> lines) {
        super(say("desk.lines"));
        for (var section : InvoiceSection.values()) {
            var some = lines.stream().filter(line -> line.section() == section).toList();
            if (!some.isEmpty()) {
                add(table(section, some));
            }
        }
    }

    private static ResponsiveTable table(InvoiceSection section, List<IssuedLine> lines) {
        var net = lines.stream().map(IssuedLine::net).reduce(Money.zero(), Money::plus);
        var table = new ResponsiveTable()
                .caption(say("desk.lines.of", DeskWords.of("section", section), net))
                .column(say("desk.line"))
                .endColumn(say("desk.line.quantity"))
                .endColumn(say("desk.line.price"))
                .endColumn(say("desk.vat"))
                .keyColumn(say("desk.net"));
        table.addClassName("lines");
        lines.forEach(line -> table.row(
                label(line),
                new Span(Written.here().quantity(line.quantity())),
                new Span(price(line)),
                new Span(Written.here().percent(line.vat())),
                new Span(Written.money(line.net()))));
        return table;
    }

    private static Component label(IssuedLine line) {
        var period = line.period();
        return period == null
                ? DeskWords.lines(new Span(line.label()))
                : DeskWords.lines(new Span(line.label()), Written.here().capitalised(Written.period(period)));
    }

    /** "44,67 €", "44,67 € pour 365". */
    private static String price(IssuedLine line) {
        var price = Written.here().price(line.price());
        return line.priced() == 1 ? say("desk.line.euros", price) : say("desk.line.euros-of", price, line.priced());
    }
}
