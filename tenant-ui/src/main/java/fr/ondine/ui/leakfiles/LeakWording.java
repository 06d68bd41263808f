package fr.ondine.ui.leakfiles;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.i18n.I18NProvider;
import fr.ondine.platform.leaks.LeakEvent;
import fr.ondine.platform.leaks.LeakFile;
import fr.ondine.platform.leaks.LeakState;
import fr.ondine.platform.leaks.MeterCheck;
import fr.ondine.ui.shell.Pill;
import fr.ondine.ui.shell.Tone;
import fr.ondine.ui.shell.Written;
import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Stream;

/** How the files of leaks are said. */
final class LeakWording {

    private LeakWording() {}

    static String say(String key, Object... arguments) {
        return I18NProvider.translate(key, arguments);
    }

    /** What was used and what is usual there, or elsewhere, to the litre, as on paper: so twice the one is seen to be less. */
    static String used(String key, LeakFile file, Object... more) {
        var written = Written.here();
        var mean = say(file.isOfZone() ? "leakfiles.own.mean.zone" : "leakfiles.own.mean", written.volume(file.mean()));
        return say(
                key,
                Stream.concat(Stream.of(written.volume(file.volume()), mean), Stream.of(more))
                        .toArray());
    }

    /** Between the readings where there are some, and else of the invoice, the last day among them. */
    static String days(LeakFile file) {
        var used = file.used();
        return file.isByInvoice()
                ? say(
                        "leakfiles.days",
                        Written.date(used.from()),
                        Written.date(used.until().minusDays(1)))
                : say("leakfiles.readings", Written.date(used.from()), Written.date(used.until()));
    }

    static String of(String what, Enum<?> one) {
        return say(
                "leakfiles." + what + "." + one.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    static Pill pill(LeakFile file, LocalDate today) {
        if (file.awaitsCertificate()
                && file.check().filter(MeterCheck::isAwaited).isPresent()) {
            return new Pill(Tone.WARN, say("leakfiles.state.check-meter"));
        }
        return file.isLate(today)
                ? new Pill(Tone.BAD, say("leakfiles.state.late"))
                : new Pill(tone(file.state()), of("state", file.state()));
    }

    private static Tone tone(LeakState state) {
        return switch (state) {
            case DETECTED, AWAITING -> Tone.WARN;
            case RECEIVED, CHECKED -> Tone.INFO;
            case CREDITED -> Tone.GOOD;
            case REFUSED -> Tone.BAD;
        };
    }

    static String event(LeakEvent event) {
        var isByItself = event.by().isEmpty();
        return event.what() == LeakEvent.What.REOPENED && isByItself
                ? say("leakfiles.event.reopened.replaced")
                : of("event", event.what()) + (isByItself ? "" : say("leakfiles.event.by", event.by()));
    }

    static Component above(Component value, String under) {
        var second = new Div(under);
        second.addClassNames("soft", "small");
        return new Div(new Div(value), second);
    }
}
