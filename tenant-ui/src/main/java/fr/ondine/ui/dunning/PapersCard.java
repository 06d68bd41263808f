package fr.ondine.ui.dunning;

import static fr.ondine.ui.dunning.DunningWords.say;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import fr.ondine.platform.reminders.Batch;
import fr.ondine.platform.reminders.BatchCount;
import fr.ondine.platform.reminders.BatchState;
import fr.ondine.platform.reminders.LetterState;
import fr.ondine.platform.reminders.ReminderPaper;
import fr.ondine.ui.shell.ActionLink;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;
import java.util.List;

/** The letters of a batch that go on paper, to be printed. */
final class PapersCard extends Card {

    /** @param places how many letters the parts share, those with that were taken back since */
    PapersCard(Batch batch, List<BatchCount> counts, int places, Runnable posted) {
        super(say("dunning.papers"));
        if (letters(counts) == 0) {
            add(new Paragraph(say("dunning.papers.none")));
            return;
        }
        add(new Paragraph(say("dunning.papers.what")));
        var parts = new UnorderedList();
        parts.addClassName("plain");
        for (var part = 0; part * ReminderPaper.PART < places; part++) {
            var first = part * ReminderPaper.PART + 1;
            var last = Math.min(places, first + ReminderPaper.PART - 1);
            parts.add(new ListItem(
                    ActionLink.secondary(Addresses.papers(batch.id(), part), say("dunning.papers.part", first, last))
                            .loaded()));
        }
        add(parts);
        if (batch.postedAt() != null) {
            add(new Paragraph(say("dunning.papers.posted")));
        } else if (batch.state() == BatchState.SENT) {
            add(
                    new Paragraph(say("dunning.papers.post.what")),
                    Button.secondary(say("dunning.papers.post")).onPress(posted));
        } else {
            add(new Paragraph(say("dunning.papers.stand")));
        }
    }

    static int letters(List<BatchCount> counts) {
        return counts.stream()
                .filter(one -> one.state() == LetterState.SENT && one.byPaper())
                .mapToInt(BatchCount::count)
                .sum();
    }
}
