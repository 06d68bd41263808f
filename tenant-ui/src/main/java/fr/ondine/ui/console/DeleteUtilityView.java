package fr.ondine.ui.console;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import fr.ondine.migrations.UtilityState;
import fr.ondine.platform.fleet.UtilitySummary;
import fr.ondine.platform.operators.ManagedFleet;
import fr.ondine.ui.security.SignedInOperator;
import fr.ondine.ui.shell.ActionLink;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Form;
import fr.ondine.ui.shell.Notice;
import fr.ondine.ui.shell.TextField;
import fr.ondine.ui.shell.Tone;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.function.Consumer;

/** Deletes a utility in two steps, each with its name typed: asked for, then done when the time of grace is over. */
@Route(value = UtilityPage.ADDRESS + "/suppression", layout = ConsoleLayout.class)
@RolesAllowed("ADMINISTER")
class DeleteUtilityView extends UtilityPage {

    private final transient Clock clock;
    private final Div told = new Div();

    DeleteUtilityView(ManagedFleet fleet, SignedInOperator signedIn, Clock clock) {
        super("console.deletion.title", fleet, signedIn);
        this.clock = clock;
        narrow();
    }

    @Override
    void show(UtilitySummary utility, BeforeEnterEvent arrival) {
        told.removeAll();
        fill(utility);
    }

    private void fill(UtilitySummary utility) {
        add(back(utility), told);
        var after = utility.deleteAfter();
        if (utility.state() != UtilityState.ARCHIVED) {
            add(Notice.plain(Tone.INFO, say("console.deletion.archive-first")));
        } else if (after == null) {
            add(step("ask", utility, name -> {
                fleet.askDeletion(who(), utility.slug(), name);
                again(utility.slug());
            }));
        } else if (clock.instant().isBefore(after)) {
            add(column(Notice.plain(Tone.WARN, say("console.deletion.from", Words.moment(after))), withdraw(utility)));
        } else {
            add(column(
                    step("do", utility, name -> delete(utility, fleet.deletion(who(), utility.slug(), name))),
                    withdraw(utility)));
        }
    }

    private Card step(String step, UtilitySummary utility, Consumer<String> action) {
        var name = TextField.text("name", say("console.deletion.name", name(utility)))
                .autocomplete("off")
                .required()
                .explains("fleet.deletion-wrong-name");
        var button = Button.submit(say("console.deletion." + step)).wide();
        button.addClassName("danger");
        return new Card(
                new Paragraph(say("console.deletion." + step + ".what")),
                new Form(name, button).onSubmit(() -> action.accept(name.value())));
    }

    private Card withdraw(UtilitySummary utility) {
        var button = Button.submit(say("console.deletion.withdraw")).subdued();
        return new Card(new Form(button).onSubmit(() -> {
            fleet.withdrawDeletion(who(), utility.slug());
            again(utility.slug());
        }));
    }

    /** While it lasts nothing else is offered. */
    private void delete(UtilitySummary utility, Runnable deletion) {
        clear();
        add(new Work<>(
                say("console.deletion.doing", name(utility)),
                () -> {
                    deletion.run();
                    return utility;
                },
                this::deleted,
                refused -> refused(utility, refused)));
    }

    private void deleted(UtilitySummary utility) {
        clear();
        add(column(
                Notice.plain(Tone.GOOD, say("console.deletion.done", name(utility)))
                        .announced(),
                ActionLink.primary("/console", say("console.menu.utilities"))));
    }

    private void refused(UtilitySummary utility, RuntimeException reason) {
        again(utility.slug());
        told.add(Refusals.of(reason));
    }

    private void again(String slug) {
        clear();
        fill(fleet.get(who(), slug));
    }
}
