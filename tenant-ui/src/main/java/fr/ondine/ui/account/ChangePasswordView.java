package fr.ondine.ui.account;

import com.vaadin.flow.router.Route;
import fr.ondine.platform.identity.Credentials;
import fr.ondine.platform.identity.FranceConnectAccounts;
import fr.ondine.platform.identity.PasswordRules;
import fr.ondine.ui.security.SignedIn;
import fr.ondine.ui.shell.ActionLink;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Form;
import fr.ondine.ui.shell.NewPasswordFields;
import fr.ondine.ui.shell.Notice;
import fr.ondine.ui.shell.Page;
import fr.ondine.ui.shell.PortalLayout;
import fr.ondine.ui.shell.TextField;
import fr.ondine.ui.shell.Tone;
import jakarta.annotation.security.RolesAllowed;

/** Replaces the password, after the current one. */
@Route(value = "mon-compte/mot-de-passe", layout = PortalLayout.class)
@RolesAllowed("SUBSCRIBER")
class ChangePasswordView extends Page {

    private final transient SignedIn signedIn;
    private final transient Credentials credentials;
    private final TextField current = CurrentPassword.field();
    private final NewPasswordFields fresh;
    private final Form form;
    private final Card card;

    ChangePasswordView(SignedIn signedIn, Credentials credentials, FranceConnectAccounts ways, PasswordRules rules) {
        super("account.password.title");
        this.signedIn = signedIn;
        this.credentials = credentials;
        narrow();
        fresh = new NewPasswordFields("identity.new-password.password", PasswordRules.LEAST)
                .judgedBy(
                        PasswordRules.LEAST,
                        typed -> rules.check(typed, signedIn.user().email()));
        form = new Form(
                current, fresh, Button.submit(say("account.password.send")).wide());
        card = ways.waysIn(signedIn.user().userId()).password()
                ? new Card(form.onSubmit(this::change))
                : new Card(new ChoosePassword());
        add(column(
                card, ActionLink.secondary("/mon-compte", say("account.back")).wide()));
    }

    private void change() {
        signedIn.become(credentials.change(signedIn.user(), current.value(), fresh.value()));
        card.removeAll();
        card.add(new Notice(Tone.GOOD, say("account.password.done"), say("account.password.done.next")).announced());
    }
}
