package fr.ondine.ui.console;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import fr.ondine.migrations.UtilityState;
import fr.ondine.platform.fleet.AuditedAct;
import fr.ondine.platform.fleet.UtilitySummary;
import fr.ondine.platform.operators.Permission;
import fr.ondine.ui.shell.Pill;
import fr.ondine.ui.shell.Tone;
import fr.ondine.ui.shell.Written;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.MissingResourceException;
import org.jspecify.annotations.Nullable;

/** How the console writes states, sizes and moments. */
final class Words {

    static final ZoneId ZONE = ZoneId.of("Europe/Paris");
    private static final long MEGABYTE = 1_000_000;

    private Words() {}

    static String text(String key, Object... arguments) {
        return I18NProvider.translate(key, arguments);
    }

    static String state(UtilityState state) {
        return text("console.state." + state.name().toLowerCase(Locale.ROOT));
    }

    static Pill pill(UtilityState state) {
        var tone = switch (state) {
            case READY -> Tone.GOOD;
            case FAILED -> Tone.BAD;
            case SUSPENDED, PROVISIONING -> Tone.WARN;
            case DRAFT, ARCHIVED -> Tone.INFO;
        };
        return new Pill(tone, state(state));
    }

    /** Whether the schema is of this release; what has none is neither late nor current. */
    static Component version(UtilitySummary utility) {
        if (utility.state() == UtilityState.DRAFT) {
            return new Span("–");
        }
        return utility.upToDate()
                ? new Pill(Tone.GOOD, text("console.version.current"))
                : new Pill(Tone.WARN, text("console.version.behind"));
    }

    static String schema(UtilitySummary utility) {
        var schema = utility.schema();
        return schema == null
                ? "–"
                : text("console.version.schema", schema.changes(), schema.shortVersion(), schema.shortFingerprint());
    }

    /** What was done, as it stands in the audit trail; a word that is not known stays as it is. */
    static String act(AuditedAct act) {
        var key = "console.acted." + act.action().replace(' ', '-');
        return hasText(key) ? text(key) : act.action();
    }

    static String actor(String actor) {
        return actor.equals("system") ? text("console.acts.system") : person(actor);
    }

    private static String person(String actor) {
        return actor.replaceFirst("^operator:", "")
                .replaceFirst("^staff:(.*)$", "$1 (" + text("console.acts.staff") + ")")
                .replaceFirst(" key:(.*)$", " (" + text("console.keys.actor") + " $1)");
    }

    private static boolean hasText(String key) {
        try {
            return !text(key).isEmpty();
        } catch (MissingResourceException unsaid) {
            return false;
        }
    }

    static String permission(Permission permission) {
        return text("console.permission." + permission.name().toLowerCase(Locale.ROOT));
    }

    static String number(@Nullable Long number) {
        return number == null ? "–" : Written.number(number);
    }

    /** "12 Mo"; less than one is said as one. */
    static String size(@Nullable Long bytes) {
        return bytes == null ? "–" : megabytes(Math.max(1, bytes / MEGABYTE));
    }

    static String megabytes(long megabytes) {
        return Written.number(megabytes) + "\u00a0Mo";
    }

    static String moment(@Nullable Instant moment) {
        return moment == null ? "–" : Written.here().shortMoment(moment, ZONE);
    }

    static String day(@Nullable Instant moment) {
        return moment == null ? "–" : Written.shortDate(moment.atZone(ZONE).toLocalDate());
    }
}
