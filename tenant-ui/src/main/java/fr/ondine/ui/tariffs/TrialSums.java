package fr.ondine.ui.tariffs;

import static fr.ondine.ui.tariffs.TariffWords.say;

import com.vaadin.flow.component.html.Paragraph;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.tariffs.Rated;
import fr.ondine.platform.tariffs.Trial;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.ResponsiveTable;
import fr.ondine.ui.shell.Written;
import java.util.function.Function;

/** The totals with a version and without it, side by side, and what lies between them. */
final class TrialSums extends Card {

    TrialSums(Trial trial) {
        super(say("tariffs.trial.sums"));
        addClassName("sums");
        if (trial.without().isEmpty()) {
            add(new Paragraph(say("tariffs.trial.first")));
        }
        var table = new ResponsiveTable().column(say("tariffs.trial.sum"));
        if (trial.without().isPresent()) {
            table.endColumn(say("tariffs.trial.without"));
        }
        table.endColumn(say("tariffs.trial.with"));
        if (trial.without().isPresent()) {
            table.endColumn(say("tariffs.trial.gap"));
        }
        row(table, "tariffs.net", trial, Rated::net);
        row(table, "tariffs.vat", trial, Rated::vat);
        row(table, "tariffs.total", trial, Rated::total);
        add(table);
    }

    private static void row(ResponsiveTable table, String key, Trial trial, Function<Rated, Money> sum) {
        var with = sum.apply(trial.with());
        trial.without()
                .map(sum)
                .ifPresentOrElse(
                        without -> table.row(
                                say(key), Written.money(without), Written.money(with), signed(with.minus(without))),
                        () -> table.row(say(key), Written.money(with)));
    }

    private static String signed(Money gap) {
        return gap.isPositive() ? "+" + Written.money(gap) : Written.money(gap);
    }
}
