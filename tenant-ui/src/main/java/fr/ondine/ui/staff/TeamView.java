package fr.ondine.ui.staff;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import fr.ondine.platform.kernel.DomainException;
import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.staff.StaffRole;
import fr.ondine.platform.staff.StaffState;
import fr.ondine.platform.staff.StaffSummary;
import fr.ondine.platform.staff.Team;
import fr.ondine.ui.security.SignedInStaff;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Choice;
import fr.ondine.ui.shell.Definitions;
import fr.ondine.ui.shell.Form;
import fr.ondine.ui.shell.Notice;
import fr.ondine.ui.shell.Page;
import fr.ondine.ui.shell.Pill;
import fr.ondine.ui.shell.ResponsiveTable;
import fr.ondine.ui.shell.TextField;
import fr.ondine.ui.shell.Texts;
import fr.ondine.ui.shell.Tone;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Locale;

/** Who works at the utility: administrators invite, suspend and resume. */
@Route(value = "gestion/equipe", layout = StaffLayout.class)
@RolesAllowed("MANAGE_STAFF")
class TeamView extends Page {

    private final transient Team team;
    private final transient SignedInStaff signedIn;
    private final Div told = new Div();
    private final Div list = new Div();

    TeamView(Team team, SignedInStaff signedIn) {
        super("staff.team.title");
        this.team = team;
        this.signedIn = signedIn;
        list.addClassName("stack");
        add(column(told, list, invitation()));
        show();
    }

    private void show() {
        var table = new ResponsiveTable()
                .column(say("staff.team.name"))
                .column(say("staff.team.email"))
                .column(say("staff.team.role"))
                .column(say("staff.team.state"))
                .actionColumn(say("staff.team.actions"));
        var linked = team.linkedToProConnect(signedIn.get());
        team.all(signedIn.get())
                .forEach(person -> table.row(
                        new Span(person.name()),
                        Definitions.written(person.email()),
                        new Span(role(person.role())),
                        state(person),
                        actions(person, linked.contains(person.id()))));
        list.removeAll();
        list.add(new Card(table));
        var others = team.all(signedIn.get()).stream()
                .filter(person -> !person.id().equals(signedIn.get().id()))
                .toList();
        if (!others.isEmpty()) {
            list.add(roles(others));
        }
    }

    private Card roles(List<StaffSummary> others) {
        var person = new Choice<>("person", say("staff.team.person"), others, StaffSummary::name);
        var role = new Choice<>("new-role", say("staff.team.role"), List.of(StaffRole.values()), this::role);
        var form = new Form(person, role, Button.submit(say("staff.team.give")).subdued());
        form.onSubmit(() -> {
            var chosen = person.value();
            team.give(signedIn.get(), chosen.id(), role.value());
            attempt(() -> {}, say("staff.team.given", chosen.name(), role(role.value())));
        });
        return new Card(say("staff.team.give.title"), new Paragraph(say("staff.team.give.what")), form);
    }

    private String role(StaffRole role) {
        return say("staff.role." + role.name().toLowerCase(Locale.ROOT));
    }

    private Pill state(StaffSummary person) {
        var tone = switch (person.state()) {
            case ACTIVE -> Tone.GOOD;
            case INVITED -> Tone.WARN;
            case SUSPENDED -> Tone.INFO;
        };
        return new Pill(tone, say("staff.state." + person.state().name().toLowerCase(Locale.ROOT)));
    }

    private Component actions(StaffSummary person, boolean isLinked) {
        var actions = new Div();
        actions.addClassName("row");
        if (person.id().equals(signedIn.get().id())) {
            return actions;
        }
        if (person.state() == StaffState.SUSPENDED) {
            actions.add(action("resume", person, () -> team.resume(signedIn.get(), person.id())));
        } else {
            actions.add(
                    action("again", person, () -> team.inviteAgain(signedIn.get(), person.id())),
                    action("suspend", person, () -> team.suspend(signedIn.get(), person.id())));
        }
        if (isLinked) {
            actions.add(action("unlink", person, () -> team.unlinkProConnect(signedIn.get(), person.id())));
        }
        return actions;
    }

    private Button action(String deed, StaffSummary person, Runnable work) {
        var key = "staff.team." + deed;
        var button = Button.link(say(key)).onPress(() -> attempt(work, say(key + ".done", person.name())));
        button.getElement().setAttribute("aria-label", say(key + ".of", person.name()));
        return button;
    }

    private void attempt(Runnable work, String done) {
        told.removeAll();
        try {
            work.run();
            told.add(Notice.plain(Tone.GOOD, done).announced());
        } catch (DomainException refused) {
            told.add(Notice.plain(Tone.BAD, Texts.refusal(refused)).announced());
        }
        show();
    }

    private Card invitation() {
        var email = TextField.email("email", say("staff.team.email"))
                .autocomplete("off")
                .required()
                .explains("staff.email-taken", "kernel.invalid-email");
        var name = TextField.text("name", say("staff.team.name"))
                .autocomplete("off")
                .required();
        var role = new Choice<>("role", say("staff.team.role"), List.of(StaffRole.values()), this::role);
        var form = new Form(name, email, role, Button.submit(say("staff.team.invite")));
        form.onSubmit(() -> {
            var address = new EmailAddress(email.value());
            team.invite(signedIn.get(), address, name.value(), role.value());
            email.clear();
            name.clear();
            attempt(() -> {}, say("staff.team.invited", address.value()));
        });
        var card = new Card(say("staff.team.invite.title"), new Paragraph(say("staff.team.roles")), form);
        card.addClassName("beside-list");
        return card;
    }
}
