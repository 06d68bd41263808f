package fr.ondine.ui.explanations;

import static fr.ondine.ui.explanations.ExplanationWords.say;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import fr.ondine.platform.billing.BilledLine;
import fr.ondine.platform.kernel.Period;
import fr.ondine.platform.tariffs.PriceOrigin;
import fr.ondine.ui.shell.Written;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One line: its name and amount, then how it is found and who decided its price. */
final class PlainLine extends Div {

    private static final String DECISION = "délib";

    PlainLine(BilledLine line, @Nullable Period whole) {
        addClassName("explained");
        var amount = new Span(Written.money(line.net()));
        amount.addClassNames("number", "strong");
        var head = new Div(new Span(line.label()), amount);
        head.addClassNames("row", "spread");
        add(head);
        if (line.exact().isPresent()) {
            sentence(ExplanationWords.product(line));
        }
        var days = line.days();
        if (days != null && !days.equals(whole)) {
            sentence(Written.here().capitalised(say("explanations.days", days)));
        }
        line.trace().tier().ifPresent(tier -> sentence(ExplanationWords.tier(tier)));
        decided(line);
    }

    private void decided(BilledLine line) {
        var origins = line.trace().origins();
        if (line.trace().isLevy()) {
            sentence(say("explanations.levy"));
        } else if (!origins.isEmpty()) {
            sentence(decided(origins));
        }
    }

    private static String decided(List<PriceOrigin> origins) {
        var first = origins.getFirst();
        var last = origins.getLast();
        return last.validFrom().equals(first.validFrom())
                ? say("explanations.decided", first.validFrom(), named(first))
                : say("explanations.decided.unchanged", first.validFrom(), named(first), last.validFrom());
    }

    /** Some write "n° 2025-41", others the whole of it. */
    private static String named(PriceOrigin origin) {
        var resolution = origin.resolution();
        return resolution.regionMatches(true, 0, DECISION, 0, DECISION.length())
                ? resolution
                : say("explanations.decision", resolution);
    }

    private void sentence(String text) {
        var sentence = new Paragraph(text);
        sentence.addClassNames("small", "soft");
        add(sentence);
    }
}
