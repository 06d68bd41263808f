package fr.ondine.ui.console;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import fr.ondine.platform.fleet.AuditedAct;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Definitions;
import fr.ondine.ui.shell.ResponsiveTable;
import java.util.List;

/** What operators did, the latest first. */
final class ActsCard extends Card {

    ActsCard(List<AuditedAct> acts) {
        this(acts, false);
    }

    private ActsCard(List<AuditedAct> acts, boolean named) {
        super(Words.text("console.acts"));
        var table = new ResponsiveTable()
                .column(Words.text("console.history.when"))
                .column(Words.text("console.history.who"));
        if (named) {
            table.column(Words.text("console.acts.to-whom"));
        }
        table.column(Words.text("console.acts.what"));
        table.addClassName("acts");
        acts.forEach(act -> table.row(row(act, named)));
        add(table);
    }

    /** Of all utilities, each with its short name. */
    static ActsCard ofAll(List<AuditedAct> acts) {
        return new ActsCard(acts, true);
    }

    private static Component[] row(AuditedAct act, boolean named) {
        var when = new Span(Words.moment(act.at()));
        var who = Definitions.written(Words.actor(act.actor()));
        var what = Definitions.written(what(act));
        return named
                ? new Component[] {when, who, new Span(act.slug().isEmpty() ? "–" : act.slug()), what}
                : new Component[] {when, who, what};
    }

    private static String what(AuditedAct act) {
        var detail = new ActDetail(Words::text).of(act);
        return Words.act(act) + (detail.isBlank() ? "" : " – " + detail);
    }
}
