package fr.ondine.ui.runs;

import com.vaadin.flow.i18n.I18NProvider;
import fr.ondine.platform.runs.Perimeter;
import fr.ondine.platform.runs.RunPace;
import fr.ondine.platform.runs.RunPerimeter;
import fr.ondine.platform.runs.RunProgress;
import fr.ondine.ui.shell.Pill;
import fr.ondine.ui.shell.Tone;
import java.util.Locale;
import java.util.stream.Stream;

/** How runs are said: kinds, states, perimeters and how far they are. */
final class RunWords {

    private static final int MINUTE = 60;

    private RunWords() {}

    static String say(String key, Object... arguments) {
        return I18NProvider.translate(key, arguments);
    }

    /** Of one the sentence has no number, which would be plural. */
    static String some(String key, long count, Object... arguments) {
        var all = Stream.concat(Stream.of((Object) count), Stream.of(arguments)).toArray();
        return say(count == 1 ? key + ".one" : key, all);
    }

    static String of(String what, Enum<?> one) {
        return say("runs." + what + "." + one.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    static Pill pill(RunProgress progress) {
        if (progress.isPaused() && progress.isGoingOn()) {
            return new Pill(Tone.WARN, say("runs.state.paused"));
        }
        var tone = switch (progress.state()) {
            case SIMULATED -> Tone.WARN;
            case ISSUED -> Tone.GOOD;
            case SIMULATING, ISSUING, CANCELLED -> Tone.INFO;
        };
        return new Pill(tone, of("state", progress.state()));
    }

    static String perimeter(RunPerimeter perimeter) {
        if (perimeter.kind() == Perimeter.Kind.ALL) {
            return of("perimeter", perimeter.kind());
        }
        var some = of("perimeter", perimeter.kind()) + " " + String.join(", ", perimeter.some());
        var others = perimeter.count() - perimeter.some().size();
        return others > 0 ? say("runs.perimeter.others", some, others) : some;
    }

    static String pace(RunPace pace) {
        var seconds = pace.left().toSeconds();
        var left = seconds < MINUTE
                ? say("runs.left.seconds", Math.max(1, seconds))
                : say("runs.left.minutes", (seconds + MINUTE - 1) / MINUTE);
        return say("runs.pace", pace.agreementsPerSecond(), left);
    }
}
