package fr.ondine.ui.identity;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fr.ondine.platform.oldaccounts.OldAccounts;
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

/** Has a link mailed to the address that is known of a former login; says the same when there is none. */
@Route(value = "mot-de-passe-oublie/ancien-compte", layout = PublicLayout.class)
@AnonymousAllowed
class ForgottenOldPasswordView extends Page implements BeforeEnterObserver {

    private final transient OldAccounts accounts;

    ForgottenOldPasswordView(OldAccounts accounts) {
        super("identity.old.forgotten");
        this.accounts = accounts;
        narrow();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent arrival) {
        var name = accounts.name();
        if (name == null) {
            arrival.forwardTo("mot-de-passe-oublie");
        } else {
            clear();
            ask(name);
        }
    }

    private void ask(String name) {
        var number = TextField.text("numero", name).autocomplete("username").required();
        var card = new Card(new Paragraph(say("identity.old.forgotten.ask")));
        card.add(new Form(number, Button.submit(say("identity.forgotten.send")).wide()).onSubmit(() -> {
            accounts.sendLink(number.value(), SignedIn.visitor());
            card.removeAll();
            card.add(new Notice(Tone.GOOD, say("identity.old.forgotten.done"), say("identity.old.forgotten.done.next"))
                    .announced());
        }));
        add(column(
                card,
                ActionLink.secondary("/inscription", say("identity.old.forgotten.other"))
                        .wide(),
                ActionLink.secondary("/connexion/ancien-compte", say("identity.old.forgotten.back"))
                        .wide()));
    }
}
