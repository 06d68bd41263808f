package fr.ondine.ui.console;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import fr.ondine.migrations.UtilityState;
import fr.ondine.platform.fleet.UtilitySummary;
import fr.ondine.platform.operators.ManagedFleet;
import fr.ondine.platform.operators.ManagedMoves;
import fr.ondine.platform.operators.Permission;
import fr.ondine.platform.tenancy.Console;
import fr.ondine.ui.security.SignedInOperator;
import fr.ondine.ui.shell.ActionLink;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Definitions;
import fr.ondine.ui.shell.Notice;
import fr.ondine.ui.shell.Tone;
import jakarta.annotation.security.RolesAllowed;

/** One utility: what is known of it, what may be done, what was done. */
@Route(value = UtilityPage.ADDRESS, layout = ConsoleLayout.class)
@RolesAllowed("VIEW")
class UtilityView extends UtilityPage {

    private final transient ManagedMoves moves;
    private final transient Console console;
    private final Div told = new Div();
    private String slug = "";

    UtilityView(ManagedFleet fleet, ManagedMoves moves, Console console, SignedInOperator signedIn) {
        super("console.utility.title", fleet, signedIn);
        this.moves = moves;
        this.console = console;
    }

    @Override
    void show(UtilitySummary utility, BeforeEnterEvent arrival) {
        slug = utility.slug();
        told.removeAll();
        fill(utility);
    }

    private void fill(UtilitySummary utility) {
        add(told);
        if (utility.lastError() != null) {
            add(error(utility, utility.lastError()));
        }
        if (utility.movingTo() != null) {
            add(Notice.plain(Tone.WARN, say("console.move.under-way", name(utility), utility.movingTo())));
        }
        if (utility.deleteAfter() != null) {
            add(Notice.plain(Tone.WARN, say("console.deletion.from", Words.moment(utility.deleteAfter()))));
        }
        add(column(
                columns(
                        column(
                                facts(utility),
                                limits(utility),
                                new HistoryCard(this::who, fleet, utility, this::changed)),
                        column(actions(utility), administrator(utility))),
                new ActsCard(fleet.acts(who(), utility.slug(), 50))));
    }

    private Component facts(UtilitySummary utility) {
        var hosts = new Div();
        utility.hosts().forEach(host -> hosts.add(new Div(new Anchor(console.portalAt(host), host))));
        return new Card(
                say("console.utility.facts"),
                new Definitions()
                        .wide()
                        .with(say("console.column.state"), Words.pill(utility.state()))
                        .with(say("console.column.version"), Words.version(utility))
                        .with(say("console.column.schema"), Words.schema(utility))
                        .with(say("console.column.slug"), utility.slug())
                        .with(say("console.column.hosts"), hosts)
                        .with(say("console.column.cluster"), utility.cluster())
                        .with(say("console.column.configuration"), String.valueOf(utility.configurationVersion()))
                        .with(say("console.column.agreements"), Words.number(utility.agreements()))
                        .with(say("console.column.size"), Words.size(utility.bytes()))
                        .with(say("console.column.activity"), Words.moment(utility.lastActivity())));
    }

    private Component limits(UtilitySummary utility) {
        return new LimitsCard(utility, fleet.use(who(), utility.slug()));
    }

    private Component actions(UtilitySummary utility) {
        var card = new Card(say("console.utility.actions"));
        var operates = who().may(Permission.OPERATE);
        if (operates) {
            card.add(new StateForm(utility, this::act));
        }
        var links = new Div(ActionLink.secondary(href(utility) + "/configuration", say("console.configure.open")));
        links.addClassNames("row", "after");
        if (operates) {
            links.add(ActionLink.secondary(href(utility) + "/limites", say("console.limits")));
        }
        if (who().may(Permission.ADMINISTER)) {
            links.add(ActionLink.secondary(href(utility) + "/export", say("console.export.open")));
            if (moves.clusters(who()).size() > 1) {
                links.add(ActionLink.secondary(href(utility) + "/deplacement", say("console.move.open")));
            }
            links.add(ActionLink.secondary(href(utility) + "/suppression", say("console.deletion.open")));
        }
        card.add(links);
        return card;
    }

    private Component administrator(UtilitySummary utility) {
        return who().may(Permission.OPERATE) && utility.state() == UtilityState.READY
                ? new AdministratorCard(fleet, this::who, utility, this::changed)
                : new Div();
    }

    private Component error(UtilitySummary utility, String reason) {
        var notice = new Notice(Tone.BAD, say("console.utility.error"), reason);
        if (who().may(Permission.OPERATE)) {
            notice.add(Button.secondary(say("console.retry"))
                    .little()
                    .onPress(() -> act(utility, UtilityAct.MIGRATE, "")));
        }
        return notice;
    }

    private void act(UtilitySummary utility, UtilityAct act, String reason) {
        var operator = fleet.beginning(who());
        told.removeAll();
        told.add(new Work<>(
                say("console.act." + act.key() + ".doing", name(utility)),
                () -> act.on(fleet, operator, utility.slug(), reason),
                done -> changed(say("console.act." + act.key() + ".done", name(utility))),
                refused -> {
                    again();
                    told.add(Refusals.of(refused));
                }));
    }

    private void changed(String sentence) {
        again();
        told.add(Notice.plain(Tone.GOOD, sentence).announced());
    }

    private void again() {
        clear();
        told.removeAll();
        fill(fleet.get(who(), slug));
    }
}
