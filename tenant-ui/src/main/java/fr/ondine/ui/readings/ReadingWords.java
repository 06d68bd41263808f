package fr.ondine.ui.readings;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import fr.ondine.platform.metering.Doubt;
import fr.ondine.platform.metering.Judgement;
import fr.ondine.platform.metering.Reading;
import fr.ondine.ui.shell.Pill;
import fr.ondine.ui.shell.Tone;
import fr.ondine.ui.shell.Written;
import java.util.Locale;

/** How readings are said: what was shown, by whom it was read, and why it is doubted. */
final class ReadingWords {

    private ReadingWords() {}

    static String say(String key, Object... arguments) {
        return I18NProvider.translate(key, arguments);
    }

    static String of(String what, Enum<?> one) {
        return say(
                "readings." + what + "." + one.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    static Pill pill(Doubt doubt) {
        var isGrave = doubt == Doubt.BELOW_LAST || doubt == Doubt.FAR_ABOVE_USUAL;
        return new Pill(isGrave ? Tone.BAD : Tone.WARN, of("doubt", doubt));
    }

    static String source(Reading reading) {
        return reading.isEstimated() ? say("readings.source.estimated") : of("source", reading.source());
    }

    /** To the litre, where litres are known. */
    static String register(Reading reading) {
        return Written.here().volume(reading.register());
    }

    /** "360 m³ depuis le 29 mai 2026, au lieu de 60 m³ d'habitude." */
    static String compared(Judgement judgement) {
        var since = judgement.before().readOn();
        return judgement
                .usual()
                .map(usual -> say("readings.compared", judgement.volume(), since, usual))
                .orElseGet(() -> say("readings.compared-with-nothing", judgement.volume(), since));
    }

    /** A value with something less important under it. */
    static Component above(Component value, String under) {
        var small = new Span(under);
        small.addClassNames("soft", "small");
        return new Div(value, new Div(small));
    }
}
