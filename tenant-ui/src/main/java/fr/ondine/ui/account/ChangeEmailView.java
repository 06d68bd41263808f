package fr.ondine.ui.account;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Route;
import fr.ondine.platform.identity.OwnerAct;
import fr.ondine.platform.identity.Profiles;
import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.ui.security.SignedIn;
import fr.ondine.ui.shell.ActionLink;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Form;
import fr.ondine.ui.shell.Notice;
import fr.ondine.ui.shell.Page;
import fr.ondine.ui.shell.PortalLayout;
import fr.ondine.ui.shell.TextField;
import fr.ondine.ui.shell.Tone;
import jakarta.annotation.security.RolesAllowed;

/** Asks for another address, which is confirmed by a mail to it. */
@Route(value = "mon-compte/adresse-email", layout = PortalLayout.class)
@RolesAllowed("SUBSCRIBER")
class ChangeEmailView extends Page {

    private final transient SignedIn signedIn;
    private final transient Profiles profiles;
    private final TextField email =
            TextField.email("new-email", say("account.email.new")).required().explains("kernel.invalid-email");
    private final Confirming confirming;
    private final Card card = new Card();

    ChangeEmailView(SignedIn signedIn, Profiles profiles, Confirmations confirmations) {
        super("account.email.title");
        this.signedIn = signedIn;
        this.profiles = profiles;
        this.confirming = confirmations.before(OwnerAct.CHANGE_ADDRESS);
        narrow();
        var form = new Form(
                email,
                confirming.place(),
                Button.submit(say("account.email.send")).wide());
        card.add(
                new Paragraph(say("account.email.how", signedIn.user().email().value())),
                confirming.before(form.onSubmit(() -> ask(form))));
        add(column(
                card, ActionLink.secondary("/mon-compte", say("account.back")).wide()));
    }

    private void ask(Form form) {
        var fresh = new EmailAddress(email.value());
        var user = signedIn.user();
        if (fresh.equals(user.email())) {
            form.refuse(email, say("account.email.same"));
            return;
        }
        confirming.confirmed(
                password -> profiles.requestEmailChange(user, password, fresh, SignedIn.visitor()),
                proof -> profiles.requestEmailChange(user, proof, fresh, SignedIn.visitor()));
        card.removeAll();
        card.add(new Notice(Tone.GOOD, say("account.email.done", fresh.value()), say("account.email.done.next"))
                .announced());
    }
}
