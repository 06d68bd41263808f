package fr.ondine.ui.dunning;

import static fr.ondine.ui.dunning.DunningWords.say;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import fr.ondine.platform.reminders.BatchCount;
import fr.ondine.platform.reminders.LetterFilter;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Notice;
import fr.ondine.ui.shell.Tone;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sends a batch, once it was said how many letters that are. */
final class SendCard extends Card {

    private final Div asked = new Div();
    private final Button ask = Button.primary(say("dunning.send")).onPress(this::ask);
    private final int count;
    private final transient Runnable send;

    /** @param knownOn the day up to which imports tell of payments; null where none ever did */
    SendCard(List<BatchCount> counts, @Nullable LocalDate knownOn, Runnable send) {
        super(say("dunning.send.title"), new Paragraph(say("dunning.send.what")));
        if (knownOn != null) {
            add(Notice.plain(Tone.WARN, say("dunning.send.known", knownOn)));
        }
        this.send = send;
        count = SumsCard.count(counts, LetterFilter.GOING);
        setVisible(count > 0);
        add(ask, asked);
    }

    private void ask() {
        var answers = new Div(
                Button.danger(DunningWords.count("dunning.send.sure", count)).onPress(send),
                Button.link(say("dunning.send.not")).onPress(this::forget));
        answers.addClassName("row");
        asked.removeAll();
        asked.add(new Notice(Tone.WARN, DunningWords.count("dunning.send.question", count), answers).announced());
        ask.setVisible(false);
    }

    private void forget() {
        asked.removeAll();
        ask.setVisible(true);
    }
}
