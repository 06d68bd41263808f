package fr.ondine.ui.identity;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fr.ondine.platform.oldaccounts.OldAccounts;
import fr.ondine.ui.security.ComingOldLogin;
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

/** First of three steps: the number and password of the portal before this one, posted by the browser itself. */
@Route(value = "connexion/ancien-compte", layout = PublicLayout.class)
@AnonymousAllowed
class OldSignInView extends Page implements BeforeEnterObserver {

    private final transient OldAccounts accounts;
    private final transient SignedIn signedIn;
    private final Div told = column();

    OldSignInView(OldAccounts accounts, SignedIn signedIn) {
        super("identity.old.title");
        this.accounts = accounts;
        this.signedIn = signedIn;
        narrow();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent arrival) {
        var name = accounts.name();
        if (signedIn.isAnybody()) {
            arrival.forwardTo("mon-compte");
        } else if (name == null) {
            arrival.forwardTo("connexion");
        } else {
            clear();
            var why = arrival.getLocation().getQueryParameters().getParameters();
            ask(name, why.containsKey("erreur") || why.containsKey("occupe"));
            if (why.containsKey("erreur")) {
                refuse(
                        "identity.old.refused",
                        accounts.isNumberAccepted() ? "identity.old.refused.next.number" : "identity.old.refused.next");
            } else if (why.containsKey("occupe")) {
                refuse("identity.sign-in.busy", "identity.sign-in.busy.next");
            }
        }
    }

    private void ask(String name, boolean again) {
        told.removeAll();
        var number = TextField.text("numero", name).autocomplete("username").required();
        if (again) {
            number.initially(ComingOldLogin.typed());
        }
        var password = TextField.password("password", say("identity.old.password"), "current-password")
                .required();
        var form = new Form(
                        number,
                        password,
                        Button.submit(say("identity.old.send")).wide())
                .posts("/connexion/ancien-compte/envoi");
        var how = accounts.isNumberAccepted() ? "identity.old.how.number" : "identity.old.how";
        add(column(
                told,
                new Card(say("identity.old.step.1"), new Paragraph(say(how)), form),
                new Card(
                        say("identity.old.forgotten"),
                        new Paragraph(say("identity.old.forgotten.how")),
                        ActionLink.secondary("/mot-de-passe-oublie/ancien-compte", say("identity.old.forgotten.link"))
                                .wide()),
                ActionLink.secondary("/connexion", say("identity.old.back")).wide()));
    }

    private void refuse(String sentence, String next) {
        var notice = new Notice(Tone.BAD, say(sentence), say(next));
        notice.getElement()
                .setAttribute("role", "alert")
                .setAttribute("tabindex", "-1")
                .executeJs("setTimeout(() => this.focus())");
        told.add(notice);
    }
}
