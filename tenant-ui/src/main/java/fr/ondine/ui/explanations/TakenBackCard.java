package fr.ondine.ui.explanations;

import static fr.ondine.ui.explanations.ExplanationWords.say;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import fr.ondine.platform.billing.BilledLine;
import fr.ondine.platform.billing.ExplainedInvoice;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.ResponsiveTable;
import fr.ondine.ui.shell.Written;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What of an invoice is taken off it, since an estimated one asked for it before. */
final class TakenBackCard extends Card {

    private TakenBackCard(List<BilledLine> lines) {
        super(say("explanations.deducted"), new Paragraph(what(lines)));
        var table = new ResponsiveTable().column(say("explanations.line")).keyColumn(say("explanations.amount"));
        lines.forEach(line -> table.row(
                new Part(line.label(), ExplanationWords.quantity(line)), new Span(Written.money(line.net()))));
        add(table);
    }

    static Optional<TakenBackCard> of(ExplainedInvoice invoice) {
        return Optional.of(invoice.takenBack())
                .filter(lines -> !lines.isEmpty())
                .map(TakenBackCard::new);
    }

    private static String what(List<BilledLine> lines) {
        var estimates = lines.stream()
                .map(BilledLine::estimate)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return switch (estimates.size()) {
            case 0 -> say("explanations.deducted.what");
            case 1 -> say("explanations.deducted.of", estimates.getFirst());
            default -> say("explanations.deducted.of.many", String.join(", ", estimates));
        };
    }
}
