package fr.ondine.ui.dunning;

import com.vaadin.flow.i18n.I18NProvider;
import fr.ondine.platform.reminders.Batch;
import fr.ondine.platform.reminders.BatchLetter;
import fr.ondine.platform.reminders.BatchState;
import fr.ondine.platform.reminders.KeptReason;
import fr.ondine.platform.reminders.LetterState;
import fr.ondine.tenantconfig.ReminderStep;
import fr.ondine.ui.shell.Pill;
import fr.ondine.ui.shell.Tone;
import java.util.Locale;

/** How reminders are spoken of to staff. */
final class DunningWords {

    private DunningWords() {}

    static String say(String key, Object... arguments) {
        return I18NProvider.translate(key, arguments);
    }

    /** A sentence about one thing, or about several. */
    static String count(String key, int count, Object... more) {
        var arguments = new Object[more.length + 1];
        arguments[0] = count;
        System.arraycopy(more, 0, arguments, 1, more.length);
        return say(count == 1 ? key + ".one" : key, arguments);
    }

    static String of(String what, Enum<?> one) {
        return say("dunning." + what + "." + one.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    static Pill pill(Batch batch) {
        var tone = switch (batch.state()) {
            case READY -> Tone.WARN;
            case SENT -> Tone.GOOD;
            case PREPARING, SENDING, RECALLED -> Tone.INFO;
        };
        var isTakenBack = batch.state() == BatchState.RECALLED && batch.sentOn() != null;
        return new Pill(tone, isTakenBack ? say("dunning.state.recalled.sent") : of("state", batch.state()));
    }

    static String channel(boolean byMail, boolean byPaper) {
        return say("dunning.channel." + (byMail ? byPaper ? "both" : "mail" : "paper"));
    }

    /** What letter went which way, and whether its mail came back. */
    static String way(ReminderStep step, boolean byMail, boolean byPaper, boolean isReturned) {
        var words = of("step", step) + ", " + channel(byMail, byPaper);
        return isReturned ? say(byPaper ? "dunning.returned.mail" : "dunning.returned", words) : words;
    }

    /** Why there is no letter, or that there is one. */
    static String why(BatchLetter letter) {
        var reason = letter.reason();
        if (reason == null || letter.state() == LetterState.RECALLED) {
            return of("letter", letter.state());
        }
        return letter.state() == LetterState.REMOVED
                ? say("dunning.removed", reason)
                : kept(letter.state(), KeptReason.valueOf(reason));
    }

    static String kept(LetterState state, KeptReason reason) {
        var words = of("kept", reason);
        return state == LetterState.DROPPED ? say("dunning.dropped", words) : words;
    }
}
