package fr.ondine.ui.explanations;

import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.html.Div;
import fr.ondine.platform.kernel.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** A part of an invoice by name, with a bar as long as it is beside the largest one; what is in one's favour has none. */
final class Part extends Div {

    private static final int DECIMALS = 1;

    Part(String name, String what, Money amount, Money largest) {
        this(name, what);
        add(new Html(bar(share(amount, largest))));
    }

    /** One without a bar. */
    Part(String name, String what) {
        var words = new Div(what);
        words.addClassNames("small", "soft");
        add(new Div(name), words);
        addClassName("part");
    }

    /** In percent. */
    private static BigDecimal share(Money amount, Money largest) {
        return amount.isPositive()
                ? amount.amount().movePointRight(2).divide(largest.amount(), DECIMALS, RoundingMode.HALF_UP)
                : BigDecimal.ZERO;
    }

    private static String bar(BigDecimal percent) {
        return """
                <svg width="100%%" height="10" aria-hidden="true" focusable="false">\
                <rect class="track" width="100%%" height="10" rx="5"/>\
                <rect class="bar" width="%s%%" height="10" rx="5"/></svg>""".formatted(percent.toPlainString());
    }
}
