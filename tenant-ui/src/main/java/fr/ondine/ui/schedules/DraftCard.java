package fr.ondine.ui.schedules;

import static fr.ondine.ui.schedules.ScheduleWords.say;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import fr.ondine.platform.plans.PlanDraft;
import fr.ondine.ui.shell.Amount;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;

/** A plan as it would be, and the way to put it in force. */
final class DraftCard extends Card {

    DraftCard(String title, PlanDraft draft, String confirm, Runnable agree, Runnable change) {
        super(title);
        main();
        var all = draft.instalments().all();
        var answers = new Div(
                Button.primary(confirm).onPress(agree),
                Button.link(say("schedules.change")).onPress(change));
        answers.addClassNames("row", "actions");
        add(
                new Amount(all.getFirst().amount()),
                new Paragraph(say(
                        "schedules.draft.what",
                        all.size(),
                        draft.instalments().firstDay(),
                        draft.instalments().total())),
                new Paragraph(ScheduleWords.of(draft.year(), draft.carried())),
                PaymentsTable.of(draft.instalments()),
                new Paragraph(say("schedules.draft.then")),
                answers);
    }
}
