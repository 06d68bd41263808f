package fr.ondine.ui.console;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.operators.ManagedFleet;
import fr.ondine.platform.operators.OperatorState;
import fr.ondine.platform.operators.OperatorSummary;
import fr.ondine.platform.operators.Operators;
import fr.ondine.platform.operators.Permission;
import fr.ondine.ui.security.SignedInOperator;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Choice;
import fr.ondine.ui.shell.Form;
import fr.ondine.ui.shell.Notice;
import fr.ondine.ui.shell.Page;
import fr.ondine.ui.shell.Pill;
import fr.ondine.ui.shell.ResponsiveTable;
import fr.ondine.ui.shell.TextField;
import fr.ondine.ui.shell.Tone;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Locale;

/** Who works at the console; those who administer invite others and send them away. */
@Route(value = "console/operateurs", layout = ConsoleLayout.class)
@RolesAllowed("VIEW")
class OperatorsView extends Page {

    private static final String OF_NO_UTILITY = "";
    private static final int MOST_ACTS = 20;

    private final transient Operators operators;
    private final transient SignedInOperator signedIn;
    private final Div told = new Div();
    private final Div list = new Div();

    OperatorsView(Operators operators, ManagedFleet fleet, SignedInOperator signedIn) {
        super("console.operators.title");
        this.operators = operators;
        this.signedIn = signedIn;
        add(told, list);
        if (administers()) {
            add(column(
                    columns(invitation(), new Div()),
                    new ActsCard(fleet.acts(signedIn.get(), OF_NO_UTILITY, MOST_ACTS))));
        }
        show();
    }

    private void show() {
        var table = new ResponsiveTable()
                .column(say("console.operators.name"))
                .column(say("console.email"))
                .column(say("console.operators.permission"))
                .column(say("console.column.state"))
                .column(say("console.operators.last"))
                .actionColumn(say("console.operators.actions"));
        operators.all(signedIn.get()).forEach(operator -> row(table, operator));
        list.removeAll();
        list.add(new Card(table));
    }

    private void row(ResponsiveTable table, OperatorSummary operator) {
        table.row(
                new Span(operator.name()),
                new Span(operator.email()),
                new Span(Words.permission(operator.permission())),
                state(operator),
                new Span(Words.moment(operator.lastSignInAt())),
                actions(operator));
    }

    private Pill state(OperatorSummary operator) {
        var tone = switch (operator.state()) {
            case ACTIVE -> Tone.GOOD;
            case INVITED -> Tone.WARN;
            case REVOKED -> Tone.INFO;
        };
        return new Pill(tone, say("console.operator." + operator.state().name().toLowerCase(Locale.ROOT)));
    }

    private Component actions(OperatorSummary operator) {
        var actions = new Div();
        actions.addClassName("row");
        if (administers()) {
            actions.add(action("console.operators.again", operator, () -> {
                operators.inviteAgain(signedIn.get(), operator.id());
                return say("console.operators.invited", operator.email());
            }));
            if (operator.state() != OperatorState.REVOKED) {
                actions.add(button("console.operators.allow", operator, () -> askPermission(operator)));
                actions.add(action("console.operators.revoke", operator, () -> {
                    operators.revoke(signedIn.get(), operator.id());
                    return say("console.operators.revoked", operator.name());
                }));
            }
        }
        return actions;
    }

    private void askPermission(OperatorSummary operator) {
        told.removeAll();
        var card = new PermissionCard(
                operator,
                chosen -> attempt(() -> {
                    operators.allow(signedIn.get(), operator.id(), chosen);
                    return say("console.operators.allowed", operator.name(), Words.permission(chosen));
                }));
        told.add(card);
        focusField(card);
    }

    private Button action(String key, OperatorSummary operator, Deed deed) {
        return button(key, operator, () -> attempt(deed));
    }

    private Button button(String key, OperatorSummary operator, Runnable pressed) {
        var button = Button.link(say(key)).onPress(pressed);
        button.getElement().setAttribute("aria-label", say(key + ".of", operator.name()));
        return button;
    }

    private void attempt(Deed deed) {
        told.removeAll();
        try {
            told.add(Notice.plain(Tone.GOOD, deed.done()).announced());
        } catch (fr.ondine.platform.kernel.DomainException refused) {
            told.add(Refusals.of(refused));
        }
        show();
    }

    private Card invitation() {
        var email = TextField.email("email", say("console.email"))
                .required()
                .explains("operators.email-taken", "kernel.invalid-email");
        var name = TextField.text("name", say("console.operators.name")).required();
        var permission = new Choice<>(
                "permission", say("console.operators.permission"), List.of(Permission.values()), Words::permission);
        var form = new Form(email, name, permission, Button.submit(say("console.operators.invite")));
        form.onSubmit(() -> {
            var address = new EmailAddress(email.value());
            operators.invite(signedIn.get(), address, name.value(), permission.value());
            email.clear();
            name.clear();
            told.removeAll();
            told.add(Notice.plain(Tone.GOOD, say("console.operators.invited", address.value()))
                    .announced());
            show();
        });
        return new Card(say("console.operators.invite.title"), form);
    }

    private boolean administers() {
        return signedIn.get().may(Permission.ADMINISTER);
    }

    private interface Deed {
        String done();
    }
}
