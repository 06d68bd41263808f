package fr.ondine.ui.runs;

import static fr.ondine.ui.runs.RunWords.say;

import com.vaadin.flow.component.html.Paragraph;
import fr.ondine.platform.runs.RunSummary;
import fr.ondine.ui.shell.ActionLink;
import fr.ondine.ui.shell.Card;

/** How many agreements a run set aside, and the way to them; nothing where there is none. */
final class ParkedCard extends Card {

    ParkedCard(RunSummary run) {
        super(say("runs.parked"));
        var count = run.progress().parked();
        setVisible(count > 0);
        add(
                new Paragraph(say("runs.parked.count", count)),
                ActionLink.secondary("/" + Addresses.parked(run.id()), say("runs.parked.see")));
    }
}
