package fr.ondine.ui.dunning;

import static fr.ondine.ui.dunning.DunningWords.say;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import fr.ondine.platform.reminders.Apologies;
import fr.ondine.platform.reminders.LetterId;
import fr.ondine.platform.reminders.SentReminder;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Form;
import fr.ondine.ui.shell.TextField;
import fr.ondine.ui.shell.Written;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Letters that were sent and stand, each with the excuses that can be sent for it. */
final class ApologyCard extends Card {

    ApologyCard(
            List<SentReminder> letters, Function<LetterId, List<String>> preview, BiConsumer<LetterId, String> send) {
        super(say("dunning.apology"));
        add(new Paragraph(say("dunning.apology.what")));
        letters.forEach(letter -> add(new NativeDetails(
                say(
                        "dunning.apology.of",
                        DunningWords.of("step", letter.step()),
                        Written.date(letter.sentOn()),
                        Written.money(letter.amount())),
                form(letter, preview.apply(letter.id()), send))));
    }

    private static Form form(SentReminder letter, List<String> paragraphs, BiConsumer<LetterId, String> send) {
        var text = new Div();
        text.addClassName("quote");
        paragraphs.forEach(paragraph -> text.add(new Paragraph(Written.typeset(paragraph))));
        var words = TextField.paragraphs("excuses-" + letter.id().value(), say("dunning.apology.words"))
                .help(say("dunning.apology.words.help"))
                .attribute("rows", "3")
                .attribute("maxlength", String.valueOf(Apologies.LONGEST_WORDS))
                .explains("reminders.apology-too-long");
        return new Form(text, words, Button.submit(say("dunning.apology.send")))
                .onSubmit(() -> send.accept(letter.id(), words.value()));
    }
}
