package fr.ondine.ui.delegations;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import fr.ondine.platform.customers.Delegation;
import fr.ondine.platform.customers.Delegations;
import fr.ondine.platform.kernel.RawToken;
import fr.ondine.ui.security.SignedIn;
import fr.ondine.ui.shell.ActionLink;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Form;
import fr.ondine.ui.shell.Notice;
import fr.ondine.ui.shell.Page;
import fr.ondine.ui.shell.PortalLayout;
import fr.ondine.ui.shell.Tone;
import jakarta.annotation.security.RolesAllowed;

/** Behind the link of an invitation: whoever was invited, signed in, accepts it; opening the page accepts nothing. */
@Route(value = "contrats/acces", layout = PortalLayout.class)
@RolesAllowed("SUBSCRIBER")
class AcceptDelegationView extends Page implements BeforeEnterObserver {

    private final transient Delegations delegations;
    private final transient SignedIn person;

    AcceptDelegationView(Delegations delegations, SignedIn person) {
        super("delegations.accept.title");
        this.delegations = delegations;
        this.person = person;
        narrow();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent arrival) {
        var secret = arrival.getLocation().getQueryParameters().getSingleParameter("jeton");
        var link = new RawToken(secret.orElse(""));
        clear();
        delegations.offered(person.user(), link).ifPresentOrElse(offer -> ask(offer, link), this::refuse);
    }

    private void ask(Delegation offer, RawToken link) {
        var form = new Form(Button.submit(say("delegations.accept.send")).wide());
        var card = new Card(
                new Paragraph(say(
                        "delegations.accept.what",
                        offer.other(),
                        offer.number(),
                        say(offer.mayPay() ? "delegations.accept.pays" : "delegations.accept.sees"),
                        offer.until())),
                new Paragraph(say("delegations.accept.limits")),
                form);
        form.onSubmit(() -> {
            delegations.accept(person.user(), link);
            card.removeFromParent();
            add(
                    new Notice(Tone.GOOD, say("delegations.accept.done"), say("delegations.accept.done.next"))
                            .announced(),
                    ActionLink.primary("/tableau-de-bord", say("delegations.accept.see")));
        });
        add(card);
    }

    private void refuse() {
        add(
                new Notice(
                        Tone.WARN,
                        say("delegations.dead"),
                        say("delegations.dead.why", person.user().address())),
                ActionLink.secondary("/mon-compte", say("account.back")));
    }
}
