package fr.ondine.ui.readings;

import static fr.ondine.ui.readings.ReadingWords.say;

import com.vaadin.flow.component.html.Div;
import fr.ondine.platform.metering.ExchangeOutcome;
import fr.ondine.platform.metering.MeterInstallation;
import fr.ondine.platform.metering.NewMeter;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Choice;
import fr.ondine.ui.shell.FieldGroup;
import fr.ondine.ui.shell.Form;
import fr.ondine.ui.shell.Notice;
import fr.ondine.ui.shell.TextField;
import fr.ondine.ui.shell.Tone;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the old meter showed last, which one took its place, and what that showed. */
final class ExchangeForm extends Form {

    private static final List<Integer> DIALS = List.of(3, 4, 5, 6, 7, 8, 9);

    private final ReadingDay day = new ReadingDay();
    private final TextField removal = register("index-depose", "readings.exchange.removal")
            .explains(
                    "metering.refused.register-not-a-number",
                    "metering.refused.register-too-long",
                    "metering.refused.below-last",
                    "metering.refused.below-billed");
    private final TextField serial = TextField.text("numero-serie", say("readings.exchange.serial"))
            .autocomplete("off")
            .required()
            .explains(
                    "metering.refused.serial-missing",
                    "metering.refused.serial-too-long",
                    "metering.refused.fitted-elsewhere");
    private final Choice<Integer> dials = new Choice<>("roues", say("readings.exchange.dials"), DIALS, String::valueOf);
    private final TextField fitting = register("index-pose", "readings.exchange.fitting")
            .explains("metering.refused.fitting-not-a-number", "metering.refused.fitting-too-long");
    private final Div asked = new Div();
    private final Button submit = Button.submit(say("readings.exchange.submit"));

    private transient @Nullable NewMeter doubted;

    ExchangeForm(MeterInstallation old, LocalDate today) {
        day.field().initially(today.toString());
        dials.initially(old.dials());
        fitting.initially("0");
        add(
                day.field(),
                new FieldGroup(say("readings.exchange.old", old.serial()), removal),
                new FieldGroup(say("readings.exchange.new"), serial, dials, fitting),
                asked,
                submit);
    }

    /** Takes what is typed, or says that it has to be confirmed. */
    interface Taker {
        ExchangeOutcome take(NewMeter typed, boolean confirmed);
    }

    ExchangeForm onExchange(Taker taker, Consumer<ExchangeOutcome.Done> then) {
        onSubmit(() -> {
            var typed = new NewMeter(day.value(), removal.value(), serial.value(), dials.value(), fitting.value());
            var isConfirmed = typed.equals(doubted);
            asked.removeAll();
            doubted = null;
            submit.setText(say("readings.exchange.submit"));
            switch (taker.take(typed, isConfirmed)) {
                case ExchangeOutcome.Done done -> then.accept(done);
                case ExchangeOutcome.Doubted unusual -> ask(typed, unusual);
            }
        });
        return this;
    }

    private void ask(NewMeter typed, ExchangeOutcome.Doubted unusual) {
        doubted = typed;
        asked.add(new Notice(Tone.WARN, ReadingWords.compared(unusual.judgement()), say("readings.doubted.what"))
                .announced());
        submit.setText(say("readings.exchange.sure"));
    }

    private static TextField register(String name, String key) {
        return TextField.text(name, say(key))
                .attribute("inputmode", "decimal")
                .autocomplete("off")
                .required();
    }
}
