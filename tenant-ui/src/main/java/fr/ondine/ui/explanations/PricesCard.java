package fr.ondine.ui.explanations;

import static fr.ondine.ui.explanations.ExplanationWords.say;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import fr.ondine.platform.billing.BilledLine;
import fr.ondine.platform.billing.ExplainedInvoice;
import fr.ondine.platform.billing.InvoiceKind;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Notice;
import fr.ondine.ui.shell.Tone;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;

/** Why each line costs what it does, in the words of whoever explains it across a table. */
final class PricesCard extends Card {

    private PricesCard(ExplainedInvoice invoice, List<BilledLine> lines) {
        super(say("explanations.prices"), new Paragraph(say("explanations.prices.what")));
        PriceChanges.of(lines)
                .forEach((day, what) -> add(Notice.plain(
                        Tone.INFO,
                        say("explanations.prices.changed." + what.name().toLowerCase(Locale.ROOT), day))));
        lines.stream()
                .collect(groupingBy(BilledLine::section, TreeMap::new, toList()))
                .forEach((section, of) -> {
                    add(new H3(ExplanationWords.of("tariffs.section", section)));
                    of.forEach(line -> add(new PlainLine(line, invoice.period())));
                });
    }

    /** What is taken back has a card of its own, and a credit note has no prices to explain. */
    static Optional<PricesCard> of(ExplainedInvoice invoice) {
        var lines = invoice.lines().stream().filter(line -> !line.isTakenBack()).toList();
        return lines.isEmpty() || invoice.kind() == InvoiceKind.CREDIT_NOTE
                ? Optional.empty()
                : Optional.of(new PricesCard(invoice, lines));
    }
}
