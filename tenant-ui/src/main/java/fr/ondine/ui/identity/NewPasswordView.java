package fr.ondine.ui.identity;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fr.ondine.platform.identity.Credentials;
import fr.ondine.platform.identity.PasswordRules;
import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.kernel.RawToken;
import fr.ondine.ui.shell.ActionLink;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Form;
import fr.ondine.ui.shell.NewPasswordFields;
import fr.ondine.ui.shell.Notice;
import fr.ondine.ui.shell.PublicLayout;
import fr.ondine.ui.shell.Tone;

/** Lets the owner of a mailbox choose a new password, by the mailed link. */
@Route(value = "nouveau-mot-de-passe", layout = PublicLayout.class)
@AnonymousAllowed
class NewPasswordView extends LinkPage {

    private final transient Credentials credentials;
    private final transient PasswordRules rules;

    NewPasswordView(Credentials credentials, PasswordRules rules) {
        super("identity.new-password.title");
        this.credentials = credentials;
        this.rules = rules;
    }

    @Override
    void show(RawToken link) {
        credentials
                .accountToReset(link)
                .ifPresentOrElse(
                        account -> ask(link, account),
                        () -> dead(ActionLink.primary("/mot-de-passe-oublie", say("identity.new-password.again"))
                                .wide()));
    }

    private void ask(RawToken link, EmailAddress account) {
        var password = new NewPasswordFields("identity.new-password.password", PasswordRules.LEAST)
                .judgedBy(PasswordRules.LEAST, typed -> rules.check(typed, account));
        var form = new Form(
                password, Button.submit(say("identity.new-password.send")).wide());
        form.onSubmit(() -> {
            reset(link, password.value());
        });
        fill(new Paragraph(say("identity.new-password.account", account.value())), form);
    }

    private void reset(RawToken link, String password) {
        credentials.reset(link, password);
        fill(
                new Notice(Tone.GOOD, say("identity.new-password.done"), say("identity.new-password.done.next"))
                        .announced(),
                ActionLink.primary("/connexion", say("identity.sign-in.send"))
                        .loaded()
                        .wide());
    }
}
