package fr.ondine.ui.explanations;

import static fr.ondine.ui.explanations.ExplanationWords.say;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import fr.ondine.platform.billing.ExplainedInvoice;
import fr.ondine.platform.kernel.Money;
import fr.ondine.ui.shell.Amount;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.ResponsiveTable;
import fr.ondine.ui.shell.Written;
import java.util.stream.Stream;

/** What an invoice comes to, rubric by rubric, VAT beside them: the parts are the whole. */
final class WholeCard extends Card {

    private final Money largest;

    WholeCard(ExplainedInvoice invoice) {
        super(
                say(isBack(invoice) ? "explanations.whole.back" : "explanations.whole"),
                new Amount(isBack(invoice) ? invoice.total().negated() : invoice.total()));
        main();
        largest = Stream.concat(invoice.sections().values().stream(), Stream.of(invoice.vat()))
                .max(Money::compareTo)
                .orElse(Money.zero());
        kind(invoice);
        if (invoice.isWhole()) {
            add(parts(invoice), vat(invoice));
        } else {
            add(new Paragraph(say(invoice, "explanations.unknown")));
        }
    }

    private static boolean isBack(ExplainedInvoice invoice) {
        return invoice.total().isNegative();
    }

    private void kind(ExplainedInvoice invoice) {
        switch (invoice.kind()) {
            case ESTIMATED -> add(new Paragraph(say("explanations.kind.estimated")));
            case CLOSING -> add(new Paragraph(say("explanations.kind.closing")));
            case OPENING -> add(new Paragraph(say("explanations.kind.opening")));
            case CREDIT_NOTE ->
                invoice.corrects()
                        .ifPresentOrElse(
                                of -> add(new Paragraph(say("explanations.kind.correction", of.number(), of.reason()))),
                                () -> add(new Paragraph(say("explanations.kind.credit-note"))));
            case ACTUAL, ONE_OFF -> {}
        }
    }

    private ResponsiveTable parts(ExplainedInvoice invoice) {
        var table = new ResponsiveTable()
                .caption(say("explanations.parts"))
                .column(say(invoice, "explanations.part"))
                .keyColumn(say("explanations.amount"));
        invoice.sections()
                .forEach((section, net) -> table.row(
                        new Part(
                                ExplanationWords.of("tariffs.section", section),
                                ExplanationWords.of("explanations.section", section),
                                net,
                                largest),
                        new Span(Written.money(net))));
        table.row(
                new Part(say("explanations.vat"), say("explanations.vat.what"), invoice.vat(), largest),
                new Span(Written.money(invoice.vat())));
        var total = new Div(say(invoice, "explanations.total"));
        total.addClassNames("part", "strong");
        return table.row(total, new Span(Written.money(invoice.total())));
    }

    /** One sentence for each rate: on how much, and how much. */
    private static Paragraph vat(ExplainedInvoice invoice) {
        var rates = invoice.vatByRate().stream()
                .map(at -> say("tariffs.vat.sum", Written.here().percent(at.rate()), at.net(), at.amount()))
                .toList();
        var sentence = new Paragraph(String.join(" ; ", rates) + ".");
        sentence.addClassNames("small", "soft");
        return sentence;
    }
}
