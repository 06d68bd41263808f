package fr.ondine.ui.tariffs;

import static fr.ondine.ui.tariffs.TariffWords.say;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import fr.ondine.platform.kernel.UnitPrice;
import fr.ondine.platform.tariffs.ExplainedLine;
import fr.ondine.platform.tariffs.LineOrigin;
import fr.ondine.platform.tariffs.LineUnit;
import fr.ondine.platform.tariffs.TierShare;
import fr.ondine.ui.shell.Written;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** How one line came about: its product, its rounding, its days by version, and the tier that its price is of. */
final class LineExplanation extends Div {

    private static final int SHOWN_DECIMALS = 6;

    LineExplanation(ExplainedLine explained, RoundingMode rounding) {
        var line = explained.line();
        add(new H3(line.terms().label()));
        var exact = new UnitPrice(
                line.exact().setScale(SHOWN_DECIMALS, RoundingMode.DOWN),
                line.price().currency());
        add(new Paragraph(say(
                "tariffs.how.product",
                LineWords.quantity(line),
                LineWords.price(line),
                Written.here().price(exact),
                line.net(rounding))));
        add(new Paragraph(TariffWords.of("rounding", rounding)));
        var parts = new UnorderedList();
        explained.origins().forEach(origin -> parts.add(new ListItem(origin(origin, line.unit()))));
        explained.tiers().stream().filter(tier -> !tier.isAll()).forEach(tier -> parts.add(new ListItem(tier(tier))));
        add(parts);
    }

    private static String origin(LineOrigin origin, LineUnit unit) {
        return say(
                unit == LineUnit.PIECE ? "tariffs.how.piece" : "tariffs.how.days",
                origin.period(),
                LineWords.days(BigDecimal.valueOf(origin.period().days())),
                LineWords.quantity(origin.quantity(), unit),
                origin.validFrom(),
                origin.resolution().isEmpty() ? say("tariffs.undecided") : origin.resolution());
    }

    private static String tier(TierShare share) {
        var tier = share.tier();
        var to = tier.to();
        var here = Written.here();
        return to == null
                ? say("tariffs.how.last-tier", here.volume(tier.from()), here.volume(share.from()))
                : say(
                        "tariffs.how.tier",
                        here.volume(tier.from()),
                        here.volume(to),
                        here.volume(share.from()),
                        here.volume(share.to().orElse(to)));
    }
}
