package fr.ondine.ui.account;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Route;
import fr.ondine.platform.identity.Credentials;
import fr.ondine.platform.identity.OwnerAct;
import fr.ondine.platform.identity.OwnerProof;
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

/** Replaces the password, after the current one; who has none chooses one, after they have shown that it is they. */
@Route(value = "mon-compte/mot-de-passe", layout = PortalLayout.class)
@RolesAllowed("SUBSCRIBER")
class ChangePasswordView extends Page {

    private final transient SignedIn signedIn;
    private final transient Credentials credentials;
    private final TextField current = CurrentPassword.field();
    private final NewPasswordFields fresh;
    private final Card card = new Card();

    ChangePasswordView(SignedIn signedIn, Credentials credentials, Confirmations confirmations, PasswordRules rules) {
        super("account.password.title");
        this.signedIn = signedIn;
        this.credentials = credentials;
        narrow();
        fresh = new NewPasswordFields("identity.new-password.password", PasswordRules.LEAST)
                .judgedBy(
                        PasswordRules.LEAST,
                        typed -> rules.check(typed, signedIn.user().email()));
        if (confirmations.byPassword()) {
            card.add(new Form(
                            current,
                            fresh,
                            Button.submit(say("account.password.send")).wide())
                    .onSubmit(this::change));
        } else {
            entitle(say("account.password.first.title"));
            card.add(new Paragraph(say("account.password.first.what")), first(confirmations));
        }
        add(column(
                card, ActionLink.secondary("/mon-compte", say("account.back")).wide()));
    }

    private Confirming first(Confirmations confirmations) {
        var confirming = confirmations.before(OwnerAct.CHOOSE_PASSWORD);
        var form = new Form(
                confirming.place(),
                fresh,
                Button.submit(say("account.password.first.send")).wide());
        return confirming.before(form.onSubmit(() -> confirming.confirmed(
                none -> {
                    throw new IllegalStateException("there is no password to give");
                },
                this::choose)));
    }

    private void choose(OwnerProof proof) {
        signedIn.become(credentials.choose(signedIn.user(), proof, fresh.value()));
        tell("account.password.first.done");
    }

    private void change() {
        signedIn.become(credentials.change(signedIn.user(), current.value(), fresh.value()));
        tell("account.password.done");
    }

    private void tell(String done) {
        card.removeAll();
        card.add(new Notice(Tone.GOOD, say(done), say(done + ".next")).announced());
    }
}
