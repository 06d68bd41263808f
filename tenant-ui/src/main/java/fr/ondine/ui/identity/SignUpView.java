package fr.ondine.ui.identity;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fr.ondine.platform.identity.NewAccount;
import fr.ondine.platform.identity.PasswordRules;
import fr.ondine.platform.identity.Registration;
import fr.ondine.platform.identity.franceconnect.FranceConnectClient;
import fr.ondine.platform.identity.franceconnect.OfficialButton;
import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.tenancy.Tenants;
import fr.ondine.tenantconfig.ClaimRule.Order;
import fr.ondine.ui.security.SignedIn;
import fr.ondine.ui.shell.ActionLink;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Form;
import fr.ondine.ui.shell.NewPasswordFields;
import fr.ondine.ui.shell.Page;
import fr.ondine.ui.shell.PublicLayout;
import fr.ondine.ui.shell.TextField;
import fr.ondine.ui.shell.Written;

/**
 * Signs a person up with an address and a password; where the claim comes first, its page is this one's first step, but
 * for who was invited to somebody else's contract and has none to claim.
 */
@Route(value = "inscription", layout = PublicLayout.class)
@AnonymousAllowed
class SignUpView extends Page implements BeforeEnterObserver {

    /** Where a person begins whose utility wants the contract before the account. */
    private static final String CLAIM_FIRST = "inscription/contrat";

    private final transient Registration registration;
    private final transient Tenants tenants;
    private final transient Invited invited;
    private final TextField email = Emails.field();
    private final NewPasswordFields password;
    private final Form form;
    private final Paragraph told = new Paragraph();

    SignUpView(
            Registration registration,
            Tenants tenants,
            Invited invited,
            FranceConnectClient franceConnect,
            OfficialButton pictures,
            PasswordRules rules) {
        super("identity.sign-up.title");
        this.registration = registration;
        this.tenants = tenants;
        this.invited = invited;
        narrow();
        password = new NewPasswordFields("identity.password", PasswordRules.LEAST)
                .judgedBy(PasswordRules.LEAST, rules::check);
        form = new Form(
                email, password, Button.submit(say("identity.sign-up.send")).wide());
        form.onSubmit(this::signUp);
        var ways = column();
        if (franceConnect.isOffered()) {
            ways.add(new Card(new FranceConnectButton(pictures)), FranceConnectButton.or());
        }
        ways.add(
                new Card(form),
                ActionLink.secondary("/connexion", say("identity.sign-up.known"))
                        .wide());
        add(told, ways);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent arrival) {
        var utility = tenants.current();
        if (invited.isVisitor()) {
            told.setText(say("identity.sign-up.invited"));
        } else if (utility.claims().order() == Order.CLAIM_FIRST) {
            arrival.forwardTo(CLAIM_FIRST);
        } else {
            told.setText(Written.typeset(utility.publicTexts().signUp()));
        }
    }

    private void signUp() {
        var address = new EmailAddress(email.value());
        var wanted = new NewAccount(address, password.value());
        registration.signUp(wanted, SignedIn.visitor());
        removeAll();
        add(new MailSent(registration, wanted));
    }
}
