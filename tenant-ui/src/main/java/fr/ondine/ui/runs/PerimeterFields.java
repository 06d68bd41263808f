package fr.ondine.ui.runs;

import static fr.ondine.ui.runs.RunWords.say;

import com.vaadin.flow.component.html.Div;
import fr.ondine.platform.runs.Perimeter;
import fr.ondine.ui.shell.Choice;
import fr.ondine.ui.shell.TextField;
import java.util.List;

/** Which contracts a run is for: a choice, and the lines that name them. */
final class PerimeterFields extends Div {

    private final Choice<Perimeter.Kind> kind = new Choice<>(
            "perimetre",
            say("runs.perimeter"),
            List.of(Perimeter.Kind.values()),
            one -> RunWords.of("perimeter.choice", one));
    private final TextField typed = TextField.paragraphs("lesquels", say("runs.perimeter.which"));
    private final List<String> rounds;
    private final String example;

    /** {@code rounds} are some that there are; {@code example} is a number of a contract as it is printed. */
    PerimeterFields(List<String> rounds, String example) {
        this.rounds = rounds;
        this.example = example;
        add(kind, typed);
        show(kind.value());
        kind.onChoice(this::show);
    }

    Perimeter.Kind kind() {
        return kind.value();
    }

    TextField typed() {
        return typed;
    }

    private void show(Perimeter.Kind chosen) {
        typed.getElement().setAttribute("hidden", chosen == Perimeter.Kind.ALL);
        typed.help(
                switch (chosen) {
                    case ALL -> "";
                    case ROUND ->
                        rounds.isEmpty()
                                ? say("runs.perimeter.no-round")
                                : say("runs.perimeter.rounds", String.join(", ", rounds));
                    case STREET -> say("runs.perimeter.streets");
                    case LIST -> say("runs.perimeter.numbers", example);
                });
    }
}
