package fr.ondine.ui.tariffs;

import static fr.ondine.ui.tariffs.TariffWords.say;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import fr.ondine.platform.tariffs.Convention;
import fr.ondine.platform.tariffs.Rated;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.ResponsiveTable;
import fr.ondine.ui.shell.Written;

/** The lines of a bill with their VAT and total, each with how it was found. */
final class RatedCard extends Card {

    RatedCard(String title, Rated rated) {
        super(title);
        var table = new ResponsiveTable()
                .column(say("tariffs.charge"))
                .endColumn(say("tariffs.quantity"))
                .endColumn(say("tariffs.price"))
                .endColumn(say("tariffs.vat"))
                .keyColumn(say("tariffs.net"));
        rated.explained().forEach(explained -> {
            var line = explained.line();
            table.row(
                    new Span(line.terms().label()),
                    new Span(LineWords.quantity(line)),
                    new Span(LineWords.price(line)),
                    new Span(TariffWords.vat(line.terms().vat())),
                    new Span(Written.money(line.net(rated.rounding()))));
        });
        add(table, sums(rated), how(rated), conventions(rated));
    }

    private static Div sums(Rated rated) {
        var sums = new Div();
        sums.addClassName("lines");
        rated.nets()
                .forEach((rate, net) -> sums.add(new Paragraph(
                        say("tariffs.vat.sum", Written.here().percent(rate), net, rate.on(net, rated.rounding())))));
        var total = new Paragraph(say("tariffs.total.of", rated.total()));
        total.addClassName("strong");
        sums.add(total);
        return sums;
    }

    private static NativeDetails how(Rated rated) {
        var lines = new Div();
        rated.explained().forEach(line -> lines.add(new LineExplanation(line, rated.rounding())));
        return new NativeDetails(say("tariffs.how"), lines);
    }

    /** What leaflets would print, which is for comparison alone. */
    private static NativeDetails conventions(Rated rated) {
        var totals = new ResponsiveTable().column(say("tariffs.convention")).endColumn(say("tariffs.total"));
        for (var convention : Convention.values()) {
            totals.row(TariffWords.of("convention", convention), Written.money(convention.total(rated)));
        }
        return new NativeDetails(
                say("tariffs.conventions"), new Div(new Paragraph(say("tariffs.conventions.what")), totals));
    }
}
