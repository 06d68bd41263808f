package fr.ondine.ui.explanations;

import static fr.ondine.ui.explanations.ExplanationWords.say;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import fr.ondine.platform.billing.BilledLine;
import fr.ondine.platform.kernel.UnitPrice;
import fr.ondine.platform.tariffs.PriceOrigin;
import fr.ondine.ui.shell.Written;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** For staff, how each line of an invoice was found: its product, its days by version, its tier, for whom it is. */
public final class ExplainedLines extends Div {

    private static final int SHOWN_DECIMALS = 6;

    public ExplainedLines(List<BilledLine> lines) {
        lines.forEach(line -> {
            add(new H3(line.label()));
            add(new Paragraph(
                    line.exact().map(exact -> product(line, exact)).orElseGet(() -> say("explanations.no-product"))));
            add(facts(line));
        });
    }

    private static String product(BilledLine line, BigDecimal exact) {
        var shown = new UnitPrice(
                exact.setScale(SHOWN_DECIMALS, RoundingMode.DOWN), line.price().currency());
        return say(
                "tariffs.how.product",
                ExplanationWords.quantity(line),
                ExplanationWords.price(line),
                Written.here().price(shown),
                line.net());
    }

    /** "44,67 €", "44,67 € / 365". */
    public static String price(BilledLine line) {
        return ExplanationWords.price(line);
    }

    private static UnorderedList facts(BilledLine line) {
        var facts = new UnorderedList();
        var trace = line.trace();
        if (line.isTakenBack()) {
            facts.add(new ListItem(takenBack(line)));
        }
        trace.origins().forEach(origin -> facts.add(new ListItem(origin(origin))));
        trace.tier().ifPresent(tier -> facts.add(new ListItem(ExplanationWords.tier(tier))));
        trace.levy()
                .ifPresent(levy -> facts.add(new ListItem(say(
                        "explanations.levy.rate",
                        Written.here().price(levy.base()),
                        levy.coefficient().value()))));
        trace.beneficiary()
                .ifPresent(whose -> facts.add(
                        new ListItem(say("explanations.share", ExplanationWords.of("tariffs.beneficiary", whose)))));
        return facts;
    }

    private static String takenBack(BilledLine line) {
        var estimate = line.estimate();
        var days = line.days();
        return estimate == null || days == null
                ? say("explanations.taken-back")
                : say("explanations.taken-back.of", estimate, days);
    }

    private static String origin(PriceOrigin origin) {
        var days = ExplanationWords.counted("days", origin.days().days());
        return say("explanations.origin", origin.days(), days, origin.validFrom(), origin.resolution());
    }
}
