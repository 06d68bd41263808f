package fr.ondine.ui.console;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import fr.ondine.platform.fleet.ConfigurationVersion;
import fr.ondine.platform.fleet.UtilitySummary;
import fr.ondine.platform.kernel.DomainException;
import fr.ondine.platform.operators.CurrentOperator;
import fr.ondine.platform.operators.ManagedFleet;
import fr.ondine.platform.operators.Permission;
import fr.ondine.tenantconfig.InvalidConfiguration;
import fr.ondine.ui.configuration.Difference;
import fr.ondine.ui.configuration.LeftOutside;
import fr.ondine.ui.configuration.VersionReason;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Definitions;
import fr.ondine.ui.shell.ResponsiveTable;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The configurations that were in force; each can be compared with today's, and put in force again. */
final class HistoryCard extends Card {

    private final transient Supplier<CurrentOperator> who;
    private final transient ManagedFleet fleet;
    private final transient UtilitySummary utility;
    private final transient Consumer<String> changed;
    private final Div shown = new Div();

    HistoryCard(Supplier<CurrentOperator> who, ManagedFleet fleet, UtilitySummary utility, Consumer<String> changed) {
        super(Words.text("console.history"));
        this.who = who;
        this.fleet = fleet;
        this.utility = utility;
        this.changed = changed;
        var table = new ResponsiveTable()
                .column(Words.text("console.history.version"))
                .column(Words.text("console.history.when"))
                .column(Words.text("console.history.who"))
                .column(Words.text("console.history.why"))
                .actionColumn(Words.text("console.history.compare"));
        fleet.history(who.get(), utility.slug())
                .forEach(version -> table.row(
                        new Span(String.valueOf(version.version())),
                        new Span(Words.moment(version.appliedAt())),
                        Definitions.written(Words.actor(version.appliedBy())),
                        new Span(VersionReason.of(version)),
                        compare(version)));
        add(table, shown);
    }

    private Component compare(ConfigurationVersion version) {
        if (version.version() == utility.configurationVersion()) {
            return new Span(Words.text("console.history.in-force"));
        }
        var button = Button.link(Words.text("console.history.compare")).onPress(() -> show(version.version()));
        button.getElement().setAttribute("aria-label", Words.text("console.history.compare.of", version.version()));
        return button;
    }

    private void show(int version) {
        shown.removeAll();
        try {
            var seen = fleet.get(who.get(), utility.slug()).configurationVersion();
            var yaml = fleet.configuration(who.get(), utility.slug(), version);
            var difference = new Difference(fleet.difference(who.get(), utility.slug(), yaml));
            shown.add(new H3(Words.text("console.history.would", version)), difference);
            LeftOutside.warning(fleet.leftOutside(who.get(), utility.slug(), yaml))
                    .ifPresent(shown::add);
            if (who.get().may(Permission.OPERATE) && !difference.isEmpty()) {
                shown.add(Button.primary(Words.text("console.history.roll-back", version))
                        .onPress(() -> rollBack(version, seen)));
            }
            shown.add(new Anchor(
                    "/console/collectivites/" + utility.slug() + "/configuration?version=" + version,
                    Words.text("console.history.edit", version)));
            shown.addClassName("compared");
        } catch (InvalidConfiguration noLonger) {
            shown.add(Refusals.of(noLonger));
        }
    }

    private void rollBack(int version, int seen) {
        try {
            fleet.rollBack(who.get(), utility.slug(), version, seen);
            changed.accept(Words.text("console.history.rolled-back", version));
        } catch (DomainException | InvalidConfiguration refused) {
            shown.removeAll();
            shown.add(Refusals.of(refused));
        }
    }
}
