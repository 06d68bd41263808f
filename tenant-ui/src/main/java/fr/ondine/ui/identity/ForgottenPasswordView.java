package fr.ondine.ui.identity;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fr.ondine.platform.identity.Credentials;
import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.ui.security.SignedIn;
import fr.ondine.ui.shell.ActionLink;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Form;
import fr.ondine.ui.shell.Notice;
import fr.ondine.ui.shell.Page;
import fr.ondine.ui.shell.PublicLayout;
import fr.ondine.ui.shell.TextField;
import fr.ondine.ui.shell.Tone;

/** Has a link mailed that lets the person choose a new password. */
@Route(value = "mot-de-passe-oublie", layout = PublicLayout.class)
@AnonymousAllowed
class ForgottenPasswordView extends Page {

    private final transient Credentials credentials;
    private final TextField email = Emails.field();
    private final Card card;

    ForgottenPasswordView(Credentials credentials) {
        super("identity.forgotten.title");
        this.credentials = credentials;
        narrow();
        card = new Card(
                new Paragraph(say("identity.forgotten.how")),
                new Form(email, Button.submit(say("identity.forgotten.send")).wide()).onSubmit(this::send));
        add(column(
                card,
                ActionLink.secondary("/connexion", say("identity.forgotten.back"))
                        .wide()));
    }

    private void send() {
        var address = new EmailAddress(email.value());
        credentials.requestReset(address, SignedIn.visitor());
        card.removeAll();
        card.add(new Notice(
                        Tone.GOOD, say("identity.forgotten.done", address.value()), say("identity.forgotten.done.next"))
                .announced());
    }
}
