package fr.ondine.ui.console;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Route;
import fr.ondine.platform.factors.StrongPasswords;
import fr.ondine.platform.operators.OperatorCredentials;
import fr.ondine.platform.operators.OperatorKeys;
import fr.ondine.ui.factors.FactorFields;
import fr.ondine.ui.factors.RecoveryCard;
import fr.ondine.ui.security.SignedInOperator;
import fr.ondine.ui.shell.ActionLink;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Definitions;
import fr.ondine.ui.shell.Form;
import fr.ondine.ui.shell.NewPasswordFields;
import fr.ondine.ui.shell.Notice;
import fr.ondine.ui.shell.Page;
import fr.ondine.ui.shell.TextField;
import fr.ondine.ui.shell.Tone;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;

/** An operator's own account: another password or second factor, which end every other session; keys for programs. */
@Route(value = "console/mon-compte", layout = ConsoleLayout.class)
@RolesAllowed("VIEW")
class OwnAccountView extends Page {

    private final transient OperatorCredentials credentials;
    private final transient SignedInOperator signedIn;
    private final Div told = new Div();
    private final Div password = new Div();
    private final Card factor;

    OwnAccountView(OperatorCredentials credentials, OperatorKeys keys, SignedInOperator signedIn, Clock clock) {
        super("console.account.title");
        this.credentials = credentials;
        this.signedIn = signedIn;
        var operator = signedIn.get();
        password.add(password());
        factor = new Card(
                say("console.account.factor"),
                new Paragraph(say("console.account.factor.what")),
                Button.secondary(say("console.account.factor.change")).onPress(this::askFactor));
        add(column(
                told,
                columns(
                        column(new Card(say("console.account.password"), password)),
                        column(
                                new Card(new Definitions()
                                        .with(say("console.operators.name"), operator.displayName())
                                        .with(say("console.email"), operator.email())
                                        .with(
                                                say("console.operators.permission"),
                                                Words.permission(operator.permission()))),
                                factor)),
                new KeysCard(keys, signedIn, clock)));
    }

    private Form password() {
        var current = current("password");
        var fresh = new NewPasswordFields("console.password.new", StrongPasswords.LEAST);
        var form = new Form(current, fresh, Button.submit(say("console.account.password.change")));
        return form.onSubmit(() -> {
            signedIn.become(credentials.changePassword(signedIn.get(), current.value(), fresh.value()));
            password.removeAll();
            password.add(password());
            told.removeAll();
            told.add(Notice.plain(Tone.GOOD, say("console.account.password.done"))
                    .announced());
        });
    }

    private void askFactor() {
        var fresh = credentials.freshFactor(signedIn.get());
        var current = current("password-for-factor");
        var fields = new FactorFields(fresh);
        factor.removeAll();
        factor.add(new H2(say("console.account.factor")));
        factor.add(new Form(current, fields, Button.submit(say("console.account.factor.send"))).onSubmit(() -> {
            var changed = credentials.changeFactor(signedIn.get(), current.value(), fresh, fields.typed());
            signedIn.become(changed.operator());
            factor.removeAll();
            factor.add(new RecoveryCard(
                    say("console.account.factor.done"),
                    changed.recoveryCodes(),
                    ActionLink.primary("/console", say("console.menu.utilities"))));
        }));
        focus(factor);
    }

    private TextField current(String name) {
        return TextField.password(name, say("console.password.current"), "current-password")
                .required()
                .explains("factors.password-wrong");
    }
}
