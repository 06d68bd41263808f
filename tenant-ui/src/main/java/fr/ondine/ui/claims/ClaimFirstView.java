package fr.ondine.ui.claims;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fr.ondine.platform.customers.ClaimOutcome;
import fr.ondine.platform.customers.ClaimOutcome.WaitsForStaff;
import fr.ondine.platform.customers.ClaimProofs;
import fr.ondine.platform.customers.Claims;
import fr.ondine.platform.customers.ProvenClaim;
import fr.ondine.platform.identity.NewAccount;
import fr.ondine.platform.identity.PasswordRules;
import fr.ondine.platform.identity.Registration;
import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.tenancy.Tenants;
import fr.ondine.tenantconfig.ClaimRule.Order;
import fr.ondine.tenantconfig.TenantConfig;
import fr.ondine.ui.identity.MailSent;
import fr.ondine.ui.security.SignedIn;
import fr.ondine.ui.shell.ActionLink;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Notice;
import fr.ondine.ui.shell.Page;
import fr.ondine.ui.shell.PublicLayout;
import fr.ondine.ui.shell.Tone;
import fr.ondine.ui.shell.Written;

/** Signs a person up where the contract comes before the account: the contract, the person, the mail. */
@Route(value = "inscription/contrat", layout = PublicLayout.class)
@AnonymousAllowed
class ClaimFirstView extends Page implements BeforeEnterObserver {

    private final transient Claims claims;
    private final transient ClaimProofs proofs;
    private final transient Registration registration;
    private final transient Pauses pauses;
    private final transient SignedIn person;
    private final transient PasswordRules rules;
    private final transient TenantConfig utility;

    ClaimFirstView(
            Claims claims,
            ClaimProofs proofs,
            Registration registration,
            Pauses pauses,
            SignedIn person,
            PasswordRules rules,
            Tenants tenants) {
        super("claims.first.title");
        this.claims = claims;
        this.proofs = proofs;
        this.registration = registration;
        this.pauses = pauses;
        this.person = person;
        this.rules = rules;
        this.utility = tenants.current();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent arrival) {
        if (utility.claims().order() != Order.CLAIM_FIRST) {
            arrival.forwardTo("inscription");
        } else if (person.isAnybody()) {
            arrival.forwardTo(ClaimView.class);
        } else {
            askForContract();
        }
    }

    private void askForContract() {
        var texts = utility.subscriberTexts();
        var card = new Card(
                step("claims.first.contract"),
                new Paragraph(Written.typeset(texts.claim())),
                new Paragraph(Written.typeset(texts.claimScope())),
                new ClaimForm(proofs, pauses, utility, null, this::askForPerson),
                new NativeDetails(say("claims.no-invoice"), new Paragraph(Written.typeset(texts.noInvoiceYet()))));
        var known = ActionLink.secondary("/connexion", say("claims.first.known"));
        add(columns(column(card, known), column(new InvoicePicture(utility))));
    }

    private void askForPerson(ProvenClaim claim) {
        clear();
        narrow();
        var heading = step("claims.first.person");
        var form = new PersonForm(rules, account -> signUp(claim, account));
        add(new Card(heading, new Paragraph(say("claims.first.person.why")), form));
        focus(heading);
    }

    private void signUp(ProvenClaim claim, NewAccount account) {
        var outcome = claims.signUp(claim, account, SignedIn.visitor());
        removeAll();
        narrow();
        addClassName("stack");
        add(new MailSent(registration, account), follows(outcome, account.email()));
    }

    private Notice follows(ClaimOutcome outcome, EmailAddress email) {
        return outcome instanceof WaitsForStaff
                ? new Notice(Tone.INFO, say("claims.result.staff"), say("claims.result.staff.next"))
                : new Notice(Tone.INFO, say("claims.first.mail"), say("claims.first.mail.other", email.value()));
    }

    private H2 step(String key) {
        var heading = new H2(say(key));
        heading.getElement().setAttribute("tabindex", "-1");
        return heading;
    }

    private static void focus(H2 heading) {
        heading.getElement().executeJs("this.focus(); window.scrollTo(0, 0)");
    }
}
