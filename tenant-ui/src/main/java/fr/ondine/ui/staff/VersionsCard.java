package fr.ondine.ui.staff;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import fr.ondine.platform.fleet.ConfigurationVersion;
import fr.ondine.platform.kernel.DomainException;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.PortalConfiguration;
import fr.ondine.tenantconfig.InvalidConfiguration;
import fr.ondine.ui.configuration.Difference;
import fr.ondine.ui.configuration.VersionReason;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Notice;
import fr.ondine.ui.shell.ResponsiveTable;
import fr.ondine.ui.shell.Texts;
import fr.ondine.ui.shell.Tone;
import fr.ondine.ui.shell.Written;
import java.time.ZoneId;
import java.util.function.Consumer;

/** The configurations that were in force; each can be compared with today's, and put in force again. */
final class VersionsCard extends Card {

    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    private final transient PortalConfiguration configuration;
    private final transient CurrentStaff who;
    private final transient ClosingFranceConnect closing;
    private final transient Consumer<String> changed;
    private final Div shown = new Div();

    VersionsCard(
            PortalConfiguration configuration,
            CurrentStaff who,
            ClosingFranceConnect closing,
            Consumer<String> changed) {
        super(say("staff.versions"));
        this.configuration = configuration;
        this.who = who;
        this.closing = closing;
        this.changed = changed;
        var current = configuration.inForce(who).version();
        var table = new ResponsiveTable()
                .column(say("staff.versions.number"))
                .column(say("staff.versions.when"))
                .column(say("staff.versions.who"))
                .column(say("staff.versions.why"))
                .actionColumn(say("staff.versions.compare"));
        configuration.history(who).forEach(version -> row(table, version, version.version() == current));
        add(table, shown);
    }

    private void row(ResponsiveTable table, ConfigurationVersion version, boolean inForce) {
        table.row(
                new Span(String.valueOf(version.version())),
                new Span(Written.here().shortMoment(version.appliedAt(), ZONE)),
                new Span(author(version.appliedBy())),
                new Span(VersionReason.of(version)),
                inForce ? new Span(say("staff.versions.in-force")) : compare(version.version()));
    }

    /** The first version is nobody's: it came with the portal. */
    private static String author(String actor) {
        return actor.equals("system")
                ? say("staff.versions.first")
                : actor.replaceFirst("^staff:", "")
                        .replaceFirst("^operator:(\\S+).*$", "$1 (" + say("staff.versions.operator") + ")");
    }

    private Component compare(int version) {
        var button = Button.link(say("staff.versions.compare")).onPress(() -> show(version));
        button.getElement().setAttribute("aria-label", say("staff.versions.compare.of", version));
        return button;
    }

    private void show(int version) {
        shown.removeAll();
        shown.addClassName("compared");
        tell(() -> {
            var seen = configuration.inForce(who);
            var then = configuration.version(who, version);
            var difference = new Difference(configuration.difference(who, then));
            shown.add(new H3(say("staff.versions.would", version)), difference);
            closing.warning(seen.yaml(), then).ifPresent(shown::add);
            if (!difference.isEmpty()) {
                shown.add(Button.primary(say("staff.versions.roll-back", version))
                        .onPress(() -> tell(() -> rollBack(seen.version(), version))));
            }
        });
    }

    private void rollBack(int seen, int version) {
        configuration.rollBack(who, seen, version);
        changed.accept(say("staff.versions.rolled-back", version));
    }

    private void tell(Runnable work) {
        try {
            work.run();
        } catch (InvalidConfiguration refused) {
            shown.add(
                    Notice.plain(Tone.BAD, String.valueOf(refused.getMessage())).announced());
        } catch (DomainException refused) {
            shown.add(Notice.plain(Tone.BAD, Texts.refusal(refused)).announced());
        }
    }

    private static String say(String key, Object... arguments) {
        return I18NProvider.translate(key, arguments);
    }
}
