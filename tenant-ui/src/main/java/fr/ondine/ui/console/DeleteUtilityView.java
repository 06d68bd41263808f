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

/** Deletes a utility in two steps, each with its name typed: asked for, then done when the time of grace is over. */
@Route(value = UtilityPage.ADDRESS + "/suppression", layout = ConsoleLayout.class)
@RolesAllowed("ADMINISTER")
class DeleteUtilityView extends UtilityPage {

    private final transient Clock clock;
    private final Div told = new Div();
    private boolean deleted;

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
            add(step("ask", utility, name -> fleet.askDeletion(who(), utility.slug(), name)));
        } else if (clock.instant().isBefore(after)) {
            add(column(Notice.plain(Tone.WARN, say("console.deletion.from", Words.moment(after))), withdraw(utility)));
        } else {
            add(column(step("do", utility, name -> delete(utility, name)), withdraw(utility)));
        }
    }

    private Card step(String step, UtilitySummary utility, Typed action) {
        var name = TextField.text("name", say("console.deletion.name", name(utility)))
                .autocomplete("off")
                .required()
                .explains("fleet.deletion-wrong-name");
        var button = Button.submit(say("console.deletion." + step)).wide();
        button.addClassName("danger");
        return new Card(
                new Paragraph(say("console.deletion." + step + ".what")), new Form(name, button).onSubmit(() -> {
                            action.with(name.value());
                            again(utility.slug());
                        }));
    }

    private Card withdraw(UtilitySummary utility) {
        var button = Button.submit(say("console.deletion.withdraw")).subdued();
        return new Card(new Form(button).onSubmit(() -> {
            fleet.withdrawDeletion(who(), utility.slug());
            again(utility.slug());
        }));
    }

    private void delete(UtilitySummary utility, String name) {
        fleet.delete(who(), utility.slug(), name);
        deleted = true;
    }

    private void again(String slug) {
        clear();
        if (deleted) {
            add(column(
                    Notice.plain(Tone.GOOD, say("console.deletion.done")).announced(),
                    ActionLink.primary("/console", say("console.menu.utilities"))));
        } else {
            fill(fleet.get(who(), slug));
        }
    }

    private interface Typed {
        void with(String name);
    }
}
