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
import fr.ondine.ui.shell.NewPasswordFields;
import fr.ondine.ui.shell.Notice;
import fr.ondine.ui.shell.PublicLayout;
import fr.ondine.ui.shell.TextField;
import fr.ondine.ui.shell.Tone;

/** Activates an account by the mailed link, with a click and, where something is at stake, a password. */
@Route(value = "activation", layout = PublicLayout.class)
@AnonymousAllowed
class ActivationView extends LinkPage {

    private final transient Registration registration;
    private final transient FranceConnectClient franceConnect;
    private final transient OfficialButton pictures;
    private final transient PasswordRules rules;

    ActivationView(
            Registration registration,
            FranceConnectClient franceConnect,
            OfficialButton pictures,
            PasswordRules rules) {
        super("identity.activation.title");
        this.registration = registration;
        this.franceConnect = franceConnect;
        this.pictures = pictures;
        this.rules = rules;
    }

    @Override
    void show(RawToken link) {
        registration
                .activation(link)
                .ifPresentOrElse(activation -> ask(link, activation), () -> dead(again(), signIn()));
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
            case TO_CONFIRM -> fill(account, confirmation(link));
            case TO_CHOOSE -> fill(account, choice(link));
        }
    }

    private Form confirmation(RawToken link) {
        var password = TextField.password("password", say("identity.activation.confirm"), "current-password")
                .help(say("identity.activation.confirm.why"))
                .required()
                .explains("identity.wrong-password");
        var forgotten = ActionLink.secondary("/mot-de-passe-oublie", say("identity.forgotten.link"));
        return new Form(password, submit(), forgotten.wide()).onSubmit(() -> activate(link, password.value()));
    }

    private Form choice(RawToken link) {
        var password = new NewPasswordFields("identity.activation.choose", PasswordRules.LEAST)
                .judgedBy(PasswordRules.LEAST, rules::check);
        var form = new Form(password, submit());
        return form.onSubmit(() -> {
            activate(link, password.value());
        });
    }

    private Button submit() {
        return Button.submit(say("identity.activation.send")).wide();
    }

    private void activate(RawToken link, String password) {
        registration.activate(link, password);
        fill(
                new Notice(Tone.GOOD, say("identity.activation.done"), say("identity.activation.done.next"))
                        .announced(),
                ActionLink.primary("/connexion", say("identity.sign-in.send")).wide());
    }

    private Component again() {
        var email = Emails.field();
        var form =
                new Form(email, Button.submit(say("identity.activation.again")).wide());
        form.onSubmit(() -> {
            var address = new EmailAddress(email.value());
            registration.resend(address, SignedIn.visitor());
            fill(new Notice(Tone.GOOD, say("identity.activation.again.done", address.value())).announced());
        });
        return new Card(form);
    }

    private Component signIn() {
        return ActionLink.secondary("/connexion", say("identity.activation.already"))
                .wide();
    }
}
