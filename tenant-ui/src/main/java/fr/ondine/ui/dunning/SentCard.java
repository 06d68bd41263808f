package fr.ondine.ui.dunning;

import static fr.ondine.ui.dunning.DunningWords.say;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import fr.ondine.platform.reminders.SentReminder;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.ResponsiveTable;
import fr.ondine.ui.shell.Written;
import java.util.List;

/** The letters that an agreement got, the newest first. */
public final class SentCard extends Card {

    public SentCard(List<SentReminder> sent) {
        super(say("dunning.sent"));
        if (sent.isEmpty()) {
            add(new Paragraph(say("dunning.sent.none")));
            return;
        }
        var table = new ResponsiveTable()
                .column(say("dunning.sent-on"))
                .column(say("dunning.sent.letter"))
                .keyColumn(say("dunning.letter.amount"));
        sent.forEach(one -> table.row(
                new Span(Written.shortDate(one.sentOn())),
                new Span(words(one)),
                new Span(Written.money(one.amount()))));
        add(table);
    }

    private static String words(SentReminder one) {
        var words = DunningWords.of("step", one.step()) + ", " + DunningWords.channel(one.byMail(), one.byPaper());
        return one.isRecalled() ? say("dunning.sent.recalled", words) : words;
    }
}
