package fr.ondine.ui.account;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Route;
import fr.ondine.platform.identity.OwnerAct;
import fr.ondine.platform.identity.Profiles;
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
import fr.ondine.ui.shell.Written;
import jakarta.annotation.security.RolesAllowed;

/** Deletes the access to the portal, for good; says plainly what goes and what stays. */
@Route(value = "mon-compte/supprimer", layout = PortalLayout.class)
@RolesAllowed("SUBSCRIBER")
class DeleteAccountView extends Page {

    private final transient SignedIn signedIn;
    private final transient Profiles profiles;
    private final Confirming confirming;

    DeleteAccountView(SignedIn signedIn, Profiles profiles, Tenants tenants, Confirmations confirmations) {
        super("account.delete.title");
        this.signedIn = signedIn;
        this.profiles = profiles;
        this.confirming = confirmations.before(OwnerAct.DELETE_ACCOUNT);
        narrow();
        var delete = Button.danger(say("account.delete.send")).wide();
        delete.getElement().setAttribute("type", "submit");
        add(column(
                new Notice(
                        Tone.WARN,
                        Written.typeset(tenants.current().subscriberTexts().deleteAccount()),
                        new Paragraph(say("account.delete.what"))),
                new Card(confirming.before(new Form(confirming.place(), delete).onSubmit(this::delete))),
                ActionLink.secondary("/mon-compte", say("account.delete.keep")).wide()));
    }

    private void delete() {
        var user = signedIn.user();
        confirming.confirmed(password -> profiles.delete(user, password), proof -> profiles.delete(user, proof));
        signedIn.signOutForGood();
    }
}
