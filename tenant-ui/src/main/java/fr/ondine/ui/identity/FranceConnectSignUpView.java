package fr.ondine.ui.identity;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fr.ondine.platform.identity.FranceConnectAccounts;
import fr.ondine.platform.identity.ProvenIdentity;
import fr.ondine.platform.identity.Registration;
import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.ui.security.ComingIdentity;
import fr.ondine.ui.security.SignedIn;
import fr.ondine.ui.shell.ActionLink;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Form;
import fr.ondine.ui.shell.Page;
import fr.ondine.ui.shell.PublicLayout;
import fr.ondine.ui.shell.TextField;

/**
 * Asks whoever comes from FranceConnect for the first time where to write to. Who has an account is led to its password:
 * the same address makes nobody its owner.
 */
@Route(value = "inscription/franceconnect", layout = PublicLayout.class)
@AnonymousAllowed
class FranceConnectSignUpView extends Page implements BeforeEnterObserver {

    private final transient FranceConnectAccounts accounts;
    private final transient Registration registration;
    private final transient SignedIn signedIn;

    FranceConnectSignUpView(FranceConnectAccounts accounts, Registration registration, SignedIn signedIn) {
        super("identity.franceconnect.sign-up.title");
        this.accounts = accounts;
        this.registration = registration;
        this.signedIn = signedIn;
        narrow();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent arrival) {
        var coming = ComingIdentity.find();
        if (signedIn.isAnybody()) {
            arrival.forwardTo("mon-compte/franceconnect");
        } else if (coming.isEmpty()) {
            arrival.forwardTo("connexion");
        } else {
            clear();
            ask(coming.get());
        }
    }

    private void ask(ProvenIdentity identity) {
        var email = TextField.email(Emails.NAME, say("identity.email"))
                .autocomplete("email")
                .help(say("identity.franceconnect.sign-up.why"))
                .required()
                .explains("kernel.invalid-email");
        identity.address().ifPresent(told -> email.initially(told.value()));
        var form = new Form(
                email, Button.submit(say("identity.franceconnect.sign-up.send")).wide());
        form.onSubmit(() -> signUp(identity, new EmailAddress(email.value())));
        var name = identity.name().full();
        add(column(
                new Card(
                        new Paragraph(
                                name.isEmpty()
                                        ? say("identity.franceconnect.sign-up.hello")
                                        : say("identity.franceconnect.sign-up.hello.name", name)),
                        form),
                new Card(
                        say("identity.franceconnect.sign-up.known"),
                        new Paragraph(say("identity.franceconnect.sign-up.known.how")),
                        ActionLink.secondary("/connexion", say("identity.franceconnect.sign-up.known.go"))
                                .wide())));
    }

    private void signUp(ProvenIdentity identity, EmailAddress email) {
        accounts.signUp(identity, email, SignedIn.visitor());
        ComingIdentity.forget();
        removeAll();
        add(new MailSent(registration, email));
    }
}
