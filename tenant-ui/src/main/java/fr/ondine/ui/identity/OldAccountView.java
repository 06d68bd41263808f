package fr.ondine.ui.identity;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fr.ondine.platform.identity.NewAccount;
import fr.ondine.platform.identity.PasswordRules;
import fr.ondine.platform.identity.PersonName;
import fr.ondine.platform.identity.Registration;
import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.oldaccounts.OldAccounts;
import fr.ondine.platform.oldaccounts.ProvenOldLogin;
import fr.ondine.ui.security.ComingOldLogin;
import fr.ondine.ui.security.SignedIn;
import fr.ondine.ui.shell.ActionLink;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Form;
import fr.ondine.ui.shell.NewPasswordFields;
import fr.ondine.ui.shell.Notice;
import fr.ondine.ui.shell.Page;
import fr.ondine.ui.shell.PublicLayout;
import fr.ondine.ui.shell.TextField;
import fr.ondine.ui.shell.Tone;
import org.jspecify.annotations.Nullable;

/** Second and third step: who the person is, a new password, and the mail that makes the account. */
@Route(value = "inscription/ancien-compte", layout = PublicLayout.class)
@AnonymousAllowed
class OldAccountView extends Page implements BeforeEnterObserver {

    private final transient OldAccounts accounts;
    private final transient Registration registration;
    private final transient SignedIn signedIn;
    private final transient PasswordRules rules;

    OldAccountView(OldAccounts accounts, Registration registration, SignedIn signedIn, PasswordRules rules) {
        super("identity.old.title");
        this.accounts = accounts;
        this.registration = registration;
        this.signedIn = signedIn;
        this.rules = rules;
        narrow();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent arrival) {
        var coming = ComingOldLogin.find();
        if (signedIn.isAnybody()) {
            arrival.forwardTo("mon-compte");
        } else if (coming.isEmpty()) {
            arrival.forwardTo("connexion/ancien-compte");
        } else {
            clear();
            ask(coming.get());
        }
    }

    private void ask(ProvenOldLogin login) {
        var lastName = TextField.text("nom", say("identity.old.last-name"))
                .autocomplete("family-name")
                .required();
        var firstName = TextField.text("prenom", say("identity.old.first-name")).autocomplete("given-name");
        var email = TextField.email(Emails.NAME, say("identity.email"))
                .autocomplete("username")
                .help(say("identity.old.email.help"))
                .required()
                .explains("kernel.invalid-email");
        fill(lastName, login.lastName());
        fill(firstName, login.firstName());
        fill(email, login.toldAddress());
        var password = new NewPasswordFields("identity.old.new-password", PasswordRules.LEAST)
                .judgedBy(PasswordRules.LEAST, rules::check);
        var form = new Form(
                lastName,
                firstName,
                email,
                password,
                Button.submit(say("identity.old.continue")).wide());
        form.onSubmit(() -> comeOver(
                login,
                new NewAccount(
                        new EmailAddress(email.value()),
                        password.value(),
                        new PersonName(null, firstName.value(), lastName.value()))));
        add(new Card(say("identity.old.step.2"), new Paragraph(say("identity.old.step.2.how")), form));
    }

    private static void fill(TextField field, @Nullable String known) {
        if (known != null) {
            field.initially(known);
        }
    }

    private void comeOver(ProvenOldLogin login, NewAccount account) {
        if (ComingOldLogin.find().filter(login::equals).isEmpty()) {
            clear();
            add(column(
                    new Notice(Tone.WARN, say("identity.old.too-late"), say("identity.old.too-late.next")).announced(),
                    ActionLink.primary("/connexion/ancien-compte", say("identity.old.too-late.again"))
                            .wide()));
            return;
        }
        accounts.comeOver(login, account, SignedIn.visitor());
        ComingOldLogin.forget();
        removeAll();
        add(MailSent.toFormerSubscriber(registration, account));
    }
}
