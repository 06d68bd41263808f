package fr.ondine.ui.identity;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fr.ondine.platform.identity.Activation;
import fr.ondine.platform.identity.PasswordRules;
import fr.ondine.platform.identity.Registration;
import fr.ondine.platform.identity.franceconnect.FranceConnectClient;
import fr.ondine.platform.identity.franceconnect.OfficialButton;
import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.kernel.RawToken;
import fr.ondine.ui.security.SignedIn;
import fr.ondine.ui.shell.ActionLink;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Definitions;
import fr.ondine.ui.shell.Form;
import fr.ondine.ui.shell.JustActivated;
import fr.ondine.ui.shell.NewPasswordFields;
import fr.ondine.ui.shell.Notice;
import fr.ondine.ui.shell.PublicLayout;
import fr.ondine.ui.shell.TextField;
import fr.ondine.ui.shell.Tone;

/** Activates an account by the mailed link, with a click and, where something is at stake, a password. */
@Route(value = "activation", layout = PublicLayout.class)
@AnonymousAllowed
class ActivationView extends LinkPage {

    private static final String PASSWORD = "password";

    private final transient Registration registration;
    private final transient FranceConnectClient franceConnect;
    private final transient OfficialButton pictures;
    private final transient PasswordRules rules;
    private final transient SignedIn signedIn;

    ActivationView(
            Registration registration,
            FranceConnectClient franceConnect,
            OfficialButton pictures,
            PasswordRules rules,
            SignedIn signedIn) {
        super("identity.activation.title");
        this.registration = registration;
        this.franceConnect = franceConnect;
        this.pictures = pictures;
        this.rules = rules;
        this.signedIn = signedIn;
    }

    @Override
    void show(RawToken link) {
        registration.activation(link).ifPresentOrElse(activation -> ask(link, activation), () -> expired(link));
    }

    /** People open the mail again to come back: who is in is led on. */
    private void expired(RawToken link) {
        if (signedIn.isAnybody()) {
            dead(ActionLink.primary("/tableau-de-bord", say("identity.activation.in"))
                    .wide());
        } else {
            dead(again(link), signIn());
        }
    }

    private void ask(RawToken link, Activation activation) {
        var account = new Paragraph(Definitions.written(
                say("identity.activation.account", activation.email().value())));
        switch (activation.password()) {
            case FRANCE_CONNECT ->
                fill(
                        account,
                        new Paragraph(say(
                                "identity.activation.franceconnect",
                                activation.name().full())),
                        franceConnect.isOffered()
                                ? FranceConnectButton.confirming(pictures, link)
                                : new Paragraph(say("identity.activation.franceconnect.not-offered")));
            case TO_CONFIRM -> fill(account, confirmation(link, activation.email()));
            case TO_CHOOSE -> fill(account, choice(link, activation.email()));
        }
    }

    private Form confirmation(RawToken link, EmailAddress email) {
        var password = TextField.password(PASSWORD, say("identity.activation.confirm"), "current-password")
                .help(say("identity.activation.confirm.why"))
                .required()
                .explains("identity.wrong-password");
        var forgotten = ActionLink.secondary("/mot-de-passe-oublie", say("identity.forgotten.link"));
        var form = new Form(Emails.known(email), password, submit(), forgotten.wide());
        return form.onSubmit(() -> activate(link, password.value(), form));
    }

    private Form choice(RawToken link, EmailAddress email) {
        var password = new NewPasswordFields("identity.activation.choose", PasswordRules.LEAST)
                .judgedBy(PasswordRules.LEAST, rules::check);
        var form = new Form(Emails.known(email), password, submit());
        return form.onSubmit(() -> {
            activate(link, password.value(), form);
            password.sentAs(PASSWORD);
        });
    }

    private Button submit() {
        return Button.submit(say("identity.activation.send")).wide();
    }

    /** Who has just given the password goes in by it, as the page of the sign-in would have them; over somebody else nobody does. */
    private void activate(RawToken link, String password, Form form) {
        var email = registration.activate(link, password);
        if (signedIn.isNobody()) {
            JustActivated.keep(email.value());
            form.passOn("/connexion");
        } else {
            occupied();
        }
    }

    private void occupied() {
        var leave = Button.secondary(say("identity.activation.leave")).onPress(signedIn::signOut);
        leave.setVisible(signedIn.isAnybody());
        fill(
                new Notice(Tone.GOOD, say("identity.activation.done"), say("identity.activation.done.occupied"))
                        .announced(),
                leave.wide());
    }

    private Component again(RawToken link) {
        var email = Emails.field();
        var form =
                new Form(email, Button.submit(say("identity.activation.again")).wide());
        form.onSubmit(() -> {
            var address = new EmailAddress(email.value());
            registration.resend(address, link, SignedIn.visitor());
            fill(new Notice(Tone.GOOD, say("identity.activation.again.done", address.value())).announced());
        });
        return new Card(form);
    }

    private Component signIn() {
        return ActionLink.secondary("/connexion", say("identity.activation.already"))
                .wide();
    }
}
