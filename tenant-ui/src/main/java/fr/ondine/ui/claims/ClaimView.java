package fr.ondine.ui.claims;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Route;
import fr.ondine.platform.customers.ClaimProofs;
import fr.ondine.platform.customers.Claims;
import fr.ondine.platform.customers.ProvenClaim;
import fr.ondine.platform.tenancy.Tenants;
import fr.ondine.tenantconfig.TenantConfig;
import fr.ondine.ui.security.SignedIn;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Page;
import fr.ondine.ui.shell.PortalLayout;
import fr.ondine.ui.shell.Written;
import jakarta.annotation.security.RolesAllowed;

/** Opens a contract to the person who is signed in, with an invoice in hand. */
@Route(value = "contrats/lier", layout = PortalLayout.class)
@RolesAllowed("SUBSCRIBER")
class ClaimView extends Page {

    private final transient Claims claims;
    private final transient SignedIn person;
    private final transient TenantConfig utility;
    private final Component form;

    ClaimView(Claims claims, ClaimProofs proofs, Pauses pauses, Tenants tenants, SignedIn person) {
        super("claims.title", tenants.current().claimWord());
        this.claims = claims;
        this.person = person;
        this.utility = tenants.current();
        var texts = utility.subscriberTexts();
        var card = new Card(
                words(texts.claim()),
                words(texts.claimScope()),
                new ClaimForm(proofs, pauses, utility, person.user().userId(), this::open),
                new NativeDetails(say("claims.no-invoice"), words(texts.noInvoiceYet())));
        form = columns(column(card), column(new InvoicePicture(utility)));
        add(form);
    }

    private void open(ProvenClaim claim) {
        var outcome = claims.open(person.user(), claim);
        form.removeFromParent();
        add(new ClaimResult(utility, outcome));
    }

    private static Paragraph words(String text) {
        return new Paragraph(Written.typeset(text));
    }
}
