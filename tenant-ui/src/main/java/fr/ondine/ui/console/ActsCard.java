package fr.ondine.ui.console;

import com.vaadin.flow.component.html.Span;
import fr.ondine.platform.fleet.AuditedAct;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Definitions;
import fr.ondine.ui.shell.ResponsiveTable;
import java.util.List;

/** What operators did, the latest first. */
final class ActsCard extends Card {

    ActsCard(List<AuditedAct> acts) {
        super(Words.text("console.acts"));
        var table = new ResponsiveTable()
                .column(Words.text("console.history.when"))
                .column(Words.text("console.history.who"))
                .column(Words.text("console.acts.what"));
        table.addClassName("acts");
        acts.forEach(act -> table.row(
                new Span(Words.moment(act.at())),
                Definitions.written(Words.actor(act.actor())),
                Definitions.written(what(act))));
        add(table);
    }

    private static String what(AuditedAct act) {
        var detail = new ActDetail(Words::text).of(act);
        return Words.act(act) + (detail.isBlank() ? "" : " – " + detail);
    }
}
