package fr.ondine.ui.claims;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import fr.ondine.platform.customers.Claims;
import fr.ondine.platform.kernel.RawToken;
import fr.ondine.platform.tenancy.Tenants;
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

/** Behind the link that went to the address on file: the person who claimed, signed in, opens the contract. */
@Route(value = "contrats/confirmer", layout = PortalLayout.class)
@RolesAllowed("SUBSCRIBER")
class ConfirmClaimView extends Page implements BeforeEnterObserver {

    private static final String PARAMETER = "jeton";

    private final transient Claims claims;
    private final transient SignedIn person;
    private final transient Tenants tenants;

    ConfirmClaimView(Claims claims, SignedIn person, Tenants tenants) {
        super("claims.confirm.title");
        this.claims = claims;
        this.person = person;
        this.tenants = tenants;
        narrow();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent arrival) {
        var secret = arrival.getLocation().getQueryParameters().getSingleParameter(PARAMETER);
        var link = new RawToken(secret.orElse(""));
        clear();
        claims.toConfirm(person.user(), link).ifPresentOrElse(number -> ask(number, link), this::refuse);
    }

    private void ask(String number, RawToken link) {
        var form = new Form(Button.submit(say("claims.confirm.send")).wide());
        var card = new Card(
                new Paragraph(
                        say("claims.confirm.contract", number, person.user().address())),
                form);
        form.onSubmit(() -> {
            var outcome = claims.confirm(person.user(), link);
            card.removeFromParent();
            add(new ClaimResult(tenants.current(), outcome));
        });
        add(card);
    }

    private void refuse() {
        add(
                new Notice(
                        Tone.WARN,
                        say("claims.confirm.dead"),
                        say("claims.confirm.dead.why", person.user().address())),
                new Card(
                        ActionLink.secondary("/contrats/lier", tenants.current().claimWord())));
    }
}
