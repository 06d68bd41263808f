package fr.ondine.ui.console;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fr.ondine.platform.factors.StrongPasswords;
import fr.ondine.platform.kernel.RawToken;
import fr.ondine.platform.operators.Invitations;
import fr.ondine.platform.operators.Invitations.Invitation;
import fr.ondine.ui.factors.FactorFields;
import fr.ondine.ui.factors.RecoveryCard;
import fr.ondine.ui.shell.ActionLink;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Form;
import fr.ondine.ui.shell.NewPasswordFields;
import fr.ondine.ui.shell.Notice;
import fr.ondine.ui.shell.Page;
import fr.ondine.ui.shell.PublicLayout;
import fr.ondine.ui.shell.Tone;

/** Accepts an invitation: opening the page uses nothing up, its button does. */
@Route(value = "console/invitation", layout = PublicLayout.class)
@AnonymousAllowed
class InvitationView extends Page implements BeforeEnterObserver {

    private final transient Invitations invitations;

    InvitationView(Invitations invitations) {
        super("console.invitation.title");
        this.invitations = invitations;
        narrow();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent arrival) {
        var link = new RawToken(arrival.getLocation()
                .getQueryParameters()
                .getSingleParameter("jeton")
                .orElse(""));
        clear();
        invitations.look(link).ifPresentOrElse(invitation -> ask(link, invitation), this::dead);
    }

    private void ask(RawToken link, Invitation invitation) {
        var password = new NewPasswordFields("console.password.new", StrongPasswords.LEAST);
        var factor = new FactorFields(invitation.factor());
        var form = new Form(
                password, factor, Button.submit(say("console.invitation.send")).wide());
        form.onSubmit(() -> {
            var codes = invitations.accept(link, password.value(), invitation.factor(), factor.typed());
            clear();
            add(new RecoveryCard(
                    say("console.invitation.done"),
                    codes,
                    ActionLink.primary("/console/connexion", say("console.sign-in.title"))));
        });
        var who = say(
                "console.invitation.who", invitation.name(), invitation.email().value());
        add(new Card(new Paragraph(who), form));
    }

    private void dead() {
        add(column(
                new Notice(Tone.WARN, say("console.invitation.dead"), say("console.invitation.dead.why")),
                ActionLink.secondary("/console/connexion", say("console.sign-in.title"))));
    }
}
