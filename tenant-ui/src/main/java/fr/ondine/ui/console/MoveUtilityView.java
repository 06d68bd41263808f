package fr.ondine.ui.console;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import fr.ondine.migrations.MoveReport;
import fr.ondine.migrations.UtilityState;
import fr.ondine.platform.fleet.TransferProgress;
import fr.ondine.platform.fleet.UtilitySummary;
import fr.ondine.platform.operators.ManagedFleet;
import fr.ondine.platform.operators.ManagedMoves;
import fr.ondine.ui.security.SignedInOperator;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Choice;
import fr.ondine.ui.shell.Definitions;
import fr.ondine.ui.shell.Form;
import fr.ondine.ui.shell.Notice;
import fr.ondine.ui.shell.TextField;
import fr.ondine.ui.shell.Tone;
import jakarta.annotation.security.RolesAllowed;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** Takes a utility to another database of the platform, and deletes what it left on the one before. */
@Route(value = UtilityPage.ADDRESS + "/deplacement", layout = ConsoleLayout.class)
@RolesAllowed("ADMINISTER")
class MoveUtilityView extends UtilityPage {

    private static final Set<UtilityState> CAN_MOVE = EnumSet.of(UtilityState.READY, UtilityState.SUSPENDED);

    private final transient ManagedMoves moves;
    private final Div told = new Div();
    private final Div asked = new Div();
    private final Div kept = new Div();

    MoveUtilityView(ManagedFleet fleet, ManagedMoves moves, SignedInOperator signedIn) {
        super("console.move.title", fleet, signedIn);
        this.moves = moves;
        narrow();
    }

    @Override
    void show(UtilitySummary utility, BeforeEnterEvent arrival) {
        told.removeAll();
        fill(utility);
    }

    private void fill(UtilitySummary utility) {
        asked.removeAll();
        kept.removeAll();
        add(back(utility), told, asked, kept);
        var others = moves.clusters(who()).stream()
                .filter(cluster -> !cluster.equals(utility.cluster()))
                .toList();
        asked.add(asked(utility, others));
        if (!others.isEmpty() && utility.movingTo() == null) {
            look(utility);
        }
    }

    private Component asked(UtilitySummary utility, List<String> others) {
        if (others.isEmpty()) {
            return Notice.plain(Tone.INFO, say("console.move.only-one", utility.cluster()));
        }
        if (utility.movingTo() != null) {
            return Notice.plain(Tone.WARN, say("console.move.under-way.look", name(utility), utility.movingTo()));
        }
        return CAN_MOVE.contains(utility.state())
                ? form(utility, others)
                : Notice.plain(Tone.INFO, say("console.move.not-in-service", utility.cluster()));
    }

    private Card form(UtilitySummary utility, List<String> others) {
        var to = new Choice<>("to", say("console.move.to"), others, cluster -> cluster);
        var password = TextField.password("password", say("console.password.current"), "current-password")
                .required()
                .explains("factors.password-wrong");
        return new Card(
                new Definitions().with(say("console.move.from"), utility.cluster()),
                new Paragraph(say("console.move.closed")),
                new Paragraph(say("console.move.left", utility.cluster())),
                new Form(to, password, Button.submit(say("console.move.send")))
                        .onSubmit(() -> move(
                                utility,
                                to.value(),
                                moves.confirmed(who(), utility.slug(), to.value(), password.value()))));
    }

    private void move(UtilitySummary utility, String to, Function<TransferProgress, MoveReport> move) {
        var progress = new MoveProgress();
        work(
                utility,
                new Work<>(
                                say("console.move.doing", name(utility), to),
                                () -> move.apply(progress),
                                done -> tell(utility, () -> moved(utility, done)),
                                refused -> tell(utility, () -> Refusals.of(refused)))
                        .telling(progress::words));
    }

    private Notice moved(UtilitySummary utility, MoveReport done) {
        var seconds = Math.max(1, Math.ceilDiv(done.readOnlyMilliseconds(), 1000));
        return new Notice(
                        Tone.GOOD,
                        say("console.move.done", name(utility), done.to()),
                        say("console.move.done.what", seconds, done.rows(), done.tables()))
                .announced();
    }

    /** Other databases may not answer at once, so that they are asked beside the page. */
    private void look(UtilitySummary utility) {
        var operator = who();
        kept.add(new Work<>(
                say("console.move.looking"),
                () -> moves.kept(operator, utility.slug()),
                clusters -> clusters.forEach(cluster -> kept.add(copy(utility, cluster))),
                refused -> kept.add(Refusals.of(refused))));
    }

    private KeptCopy copy(UtilitySummary utility, String cluster) {
        return new KeptCopy(
                utility,
                cluster,
                name -> delete(utility, cluster, moves.deletion(who(), utility.slug(), cluster, name)));
    }

    private void delete(UtilitySummary utility, String cluster, Runnable deletion) {
        work(
                utility,
                new Work<>(
                        say("console.move.copy.doing", cluster),
                        () -> {
                            deletion.run();
                            return cluster;
                        },
                        done -> tell(
                                utility,
                                () -> Notice.plain(Tone.GOOD, say("console.move.copy.done", done))
                                        .announced()),
                        refused -> tell(utility, () -> Refusals.of(refused))));
    }

    /** While it lasts nothing else is offered. */
    private void work(UtilitySummary utility, Work<?> work) {
        clear();
        told.removeAll();
        told.add(work);
        add(back(utility), told);
    }

    private void tell(UtilitySummary before, Supplier<Notice> outcome) {
        clear();
        told.removeAll();
        fill(fleet.get(who(), before.slug()));
        told.add(outcome.get());
    }
}
