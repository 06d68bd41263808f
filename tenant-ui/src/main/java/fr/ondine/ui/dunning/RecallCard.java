package fr.ondine.ui.dunning;

import static fr.ondine.ui.dunning.DunningWords.say;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import fr.ondine.platform.reminders.BatchState;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;

/** Gives a batch up, or takes back of it what has not left. */
final class RecallCard extends Card {

    RecallCard(BatchState state, Runnable recall) {
        super(say("dunning.recall.title"));
        var isBeforeSending = state == BatchState.PREPARING || state == BatchState.READY;
        add(new NativeDetails(
                say("dunning.recall"),
                new Div(
                        new Paragraph(say(isBeforeSending ? "dunning.recall.ready" : "dunning.recall.sent")),
                        Button.danger(say("dunning.recall.sure")).onPress(recall))));
    }
}
