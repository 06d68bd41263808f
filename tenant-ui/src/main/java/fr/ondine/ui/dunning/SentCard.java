package fr.ondine.ui.dunning;

import static fr.ondine.ui.dunning.DunningWords.say;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import fr.ondine.platform.reminders.SentReminder;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.ResponsiveTable;
import fr.ondine.ui.shell.Written;
import java.util.List;

/** The letters that an agreement got, the newest first. */
public final class SentCard extends Card {

    private final boolean hasPapers;

    public SentCard(List<SentReminder> sent) {
        this(sent, false);
    }

    /** With what is to be printed, for those who bill. */
    SentCard(List<SentReminder> sent, boolean hasPapers) {
        super(say("dunning.sent"));
        this.hasPapers = hasPapers;
        if (sent.isEmpty()) {
            add(new Paragraph(say("dunning.sent.none")));
            return;
        }
        var table = new ResponsiveTable()
                .column(say("dunning.sent-on"))
                .column(say("dunning.sent.letter"))
                .keyColumn(say("dunning.letter.amount"));
        sent.forEach(one -> table.row(
                new Span(Written.shortDate(one.sentOn())), words(one), new Span(Written.money(one.amount()))));
        add(table);
    }

    private Component words(SentReminder one) {
        var words = DunningWords.way(one.step(), one.byMail(), one.byPaper(), one.isReturned());
        var letter = new Div(new Span(one.isRecalled() ? say("dunning.sent.recalled", words) : words));
        var apology = one.apology();
        if (apology != null) {
            var told = new Div(say("dunning.sent.excused", Written.date(apology.sentOn())));
            told.addClassNames("soft", "small");
            letter.add(told);
            if (hasPapers && !apology.byMail()) {
                letter.add(new Anchor(Addresses.apology(apology.id()), say("dunning.apology.print")));
            }
        }
        return letter;
    }
}
