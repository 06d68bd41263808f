package fr.ondine.ui.readings;

import static fr.ondine.ui.readings.ReadingWords.say;

import com.vaadin.flow.component.html.Div;
import fr.ondine.platform.metering.EntryOutcome;
import fr.ondine.platform.metering.NewReading;
import fr.ondine.platform.metering.ReadingSource;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Choice;
import fr.ondine.ui.shell.Form;
import fr.ondine.ui.shell.Notice;
import fr.ondine.ui.shell.TextField;
import fr.ondine.ui.shell.Tone;
import fr.ondine.ui.shell.Written;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A reading that staff type; an unusual one is asked for a second time, with its figures. */
final class EntryForm extends Form {

    /** Those that staff take: with their own eyes, or from a card or the telephone. */
    private static final List<ReadingSource> SOURCES = List.of(ReadingSource.AGENT, ReadingSource.UTILITY);

    private final ReadingDay day = new ReadingDay();
    private final TextField register = TextField.text("index", say("readings.register"))
            .attribute("inputmode", "decimal")
            .autocomplete("off")
            .required()
            .help(say("readings.register.help"))
            .explains(
                    "metering.refused.register-not-a-number",
                    "metering.refused.register-too-long",
                    "metering.refused.below-last",
                    "metering.refused.below-billed",
                    "metering.refused.above-next");
    private final Choice<ReadingSource> source =
            new Choice<>("source", say("readings.how"), SOURCES, one -> ReadingWords.of("how", one));
    private final Div asked = new Div();
    private final Button submit;
    private final String words;

    private transient @Nullable NewReading doubted;

    EntryForm(LocalDate first, String words, TextField... others) {
        this.words = words;
        this.submit = Button.submit(words);
        day.field().initially(first.toString());
        add(day.field(), register, source);
        add(others);
        add(asked, submit);
    }

    /** Takes what is typed, or says that it has to be confirmed. */
    interface Taker {
        EntryOutcome take(NewReading typed, boolean confirmed);
    }

    EntryForm onEntry(Taker taker, Consumer<EntryOutcome.Kept> kept) {
        onSubmit(() -> {
            var typed = new NewReading(day.value(), register.value(), source.value());
            var isConfirmed = typed.equals(doubted);
            forget();
            switch (taker.take(typed, isConfirmed)) {
                case EntryOutcome.Kept done -> kept.accept(done);
                case EntryOutcome.Doubted unusual -> ask(typed, unusual);
            }
        });
        return this;
    }

    private void forget() {
        doubted = null;
        asked.removeAll();
        submit.setText(words);
    }

    private void ask(NewReading typed, EntryOutcome.Doubted unusual) {
        doubted = typed;
        asked.add(new Notice(Tone.WARN, ReadingWords.compared(unusual.judgement()), say("readings.doubted.what"))
                .announced());
        submit.setText(say(
                "readings.doubted.sure",
                Written.here().decimal(unusual.reading().register().cubicMetres())));
    }
}
