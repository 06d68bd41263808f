package fr.ondine.ui.identity;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fr.ondine.platform.identity.AwaitedSpace;
import fr.ondine.platform.identity.FranceConnectAccounts;
import fr.ondine.platform.identity.ProvenIdentity;
import fr.ondine.platform.identity.Registration;
import fr.ondine.platform.identity.franceconnect.OfficialButton;
import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.tenancy.Tenants;
import fr.ondine.ui.security.ComingIdentity;
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
import fr.ondine.ui.shell.Written;
import java.time.LocalDate;
import java.util.Optional;

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
    private final transient Tenants tenants;
    private final transient OfficialButton pictures;

    FranceConnectSignUpView(
            FranceConnectAccounts accounts,
            Registration registration,
            SignedIn signedIn,
            Tenants tenants,
            OfficialButton pictures) {
        super("identity.franceconnect.sign-up.title");
        this.accounts = accounts;
        this.registration = registration;
        this.signedIn = signedIn;
        this.tenants = tenants;
        this.pictures = pictures;
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
        var awaited = accounts.awaited(identity);
        var email = TextField.email(Emails.NAME, say("identity.email"))
                .autocomplete("email")
                .help(say("identity.franceconnect.sign-up.why"))
                .required()
                .explains("kernel.invalid-email");
        awaited.map(AwaitedSpace::email).or(identity::address).ifPresent(told -> email.initially(told.value()));
        var send = awaited.isPresent() ? "identity.franceconnect.awaited.send" : "identity.franceconnect.sign-up.send";
        var form = new Form(email, Button.submit(say(send)).wide());
        form.onSubmit(() -> signUp(identity, new EmailAddress(email.value())));
        var greeting = new Card();
        hello(identity.name().full(), awaited.isPresent()).map(Paragraph::new).ifPresent(greeting::add);
        awaited.ifPresent(space -> greeting.add(waiting(space)));
        greeting.add(form, new Paragraph(FranceConnectButton.forAnother(say("identity.franceconnect.sign-up.not-me"))));
        add(column(
                greeting,
                new Card(
                        say("identity.franceconnect.sign-up.known"),
                        new Paragraph(say("identity.franceconnect.sign-up.known.how")),
                        ActionLink.secondary("/connexion", say("identity.franceconnect.sign-up.known.go"))
                                .wide())));
    }

    /** Who has asked already does not come for the first time. */
    private Optional<String> hello(String name, boolean isAwaited) {
        if (name.isEmpty()) {
            return isAwaited ? Optional.empty() : Optional.of(say("identity.franceconnect.sign-up.hello"));
        }
        return Optional.of(say(
                isAwaited ? "identity.franceconnect.awaited.hello" : "identity.franceconnect.sign-up.hello.name",
                name));
    }

    /** They asked already: the mail was lost, or the address was wrong. */
    private Notice waiting(AwaitedSpace space) {
        var day = LocalDate.ofInstant(space.askedAt(), tenants.current().zone());
        return new Notice(
                Tone.INFO,
                say(
                        "identity.franceconnect.awaited",
                        Written.date(day),
                        space.email().value()),
                say("identity.franceconnect.awaited.next"));
    }

    private void signUp(ProvenIdentity identity, EmailAddress email) {
        if (ComingIdentity.find().filter(identity::equals).isEmpty()) {
            clear();
            add(column(
                    new Notice(
                                    Tone.WARN,
                                    say("identity.franceconnect.too-late"),
                                    say("identity.franceconnect.too-late.next"))
                            .announced(),
                    new Card(new FranceConnectButton(pictures)),
                    ActionLink.secondary("/connexion", say("identity.franceconnect.too-late.other"))
                            .wide()));
            return;
        }
        var own = accounts.signUp(identity, email, SignedIn.visitor());
        ComingIdentity.forget();
        removeAll();
        add(MailSent.toIdentified(registration, email, own));
    }
}
