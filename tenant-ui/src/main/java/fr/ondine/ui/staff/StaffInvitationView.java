package fr.ondine.ui.staff;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fr.ondine.platform.factors.StrongPasswords;
import fr.ondine.platform.kernel.RawToken;
import fr.ondine.platform.staff.StaffInvitations;
import fr.ondine.platform.staff.StaffInvitations.Invitation;
import fr.ondine.platform.staff.StaffProConnectGiven;
import fr.ondine.ui.factors.FactorFields;
import fr.ondine.ui.factors.RecoveryCard;
import fr.ondine.ui.security.ComingStaff;
import fr.ondine.ui.shell.ActionLink;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Form;
import fr.ondine.ui.shell.NewPasswordFields;
import fr.ondine.ui.shell.Notice;
import fr.ondine.ui.shell.Page;
import fr.ondine.ui.shell.PasskeyPrompt;
import fr.ondine.ui.shell.PublicLayout;
import fr.ondine.ui.shell.Tone;
import java.util.List;
import java.util.function.Consumer;

/** Accepts an invitation: opening the page uses nothing up, its button does. */
@Route(value = "gestion/invitation", layout = PublicLayout.class)
@AnonymousAllowed
class StaffInvitationView extends Page implements BeforeEnterObserver {

    private final transient StaffInvitations invitations;
    private final Div told = new Div();

    /** What becomes of the form: by an application, until somebody chooses a passkey. */
    private transient Consumer<String> by = password -> {};

    StaffInvitationView(StaffInvitations invitations) {
        super("staff.invitation.title");
        this.invitations = invitations;
        narrow();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent arrival) {
        var link = arrival.getLocation().getQueryParameters().getSingleParameter("jeton");
        clear();
        var opening = link.<StaffOpening>map(token -> new StaffOpening.Mailed(invitations, new RawToken(token)))
                .or(() -> ComingStaff.find()
                        .filter(StaffProConnectGiven::isInvited)
                        .map(given -> new StaffOpening.Named(invitations, given)));
        opening.flatMap(StaffOpening::look)
                .ifPresentOrElse(invitation -> ask(opening.orElseThrow(), invitation), this::dead);
    }

    private void ask(StaffOpening opening, Invitation invitation) {
        var password = new NewPasswordFields("console.password.new", StrongPasswords.LEAST);
        var what = new Paragraph();
        var way = new Div();
        var form = new Form(
                password, way, Button.submit(say("console.invitation.send")).wide());
        var other = new Div();
        form.onSubmit(() -> by.accept(password.value()));
        byApplication(opening, invitation, what, way, other);
        var card = new Card(what, form);
        add(column(told, card, other));
        if (opening instanceof StaffOpening.Named) {
            card.addComponentAtIndex(1, new Paragraph(say("staff.invitation.named")));
            add(column(Button.link(say("staff.proconnect.otherwise")).onPress(StaffInvitationView::otherwise)));
        }
    }

    private void byApplication(StaffOpening opening, Invitation invitation, Paragraph what, Div way, Div other) {
        var factor = new FactorFields(invitation.factor());
        by = password -> opened(opening.accept(password, invitation.factor(), factor.typed()));
        what.setText(say(
                "console.invitation.who", invitation.name(), invitation.email().value()));
        fill(way, factor);
        fill(
                other,
                Button.link(say("staff.invitation.by-passkey"))
                        .onPress(() -> byPasskey(opening, invitation, what, way, other)));
    }

    /** The same without an application: the device that they work with recognises them. */
    private void byPasskey(StaffOpening opening, Invitation invitation, Paragraph what, Div way, Div other) {
        var name = PasskeyPrompt.name();
        by = password -> {
            var asked = opening.askPasskey(password);
            PasskeyPrompt.make(
                    asked, answer -> opened(opening.accept(password, asked, answer, name.value())), this::refused);
        };
        what.setText(say("staff.invitation.passkey.what"));
        fill(way, name);
        fill(
                other,
                Button.link(say("staff.invitation.by-application"))
                        .onPress(() -> byApplication(opening, invitation, what, way, other)));
    }

    private void refused(String sentence) {
        told.removeAll();
        told.add(Notice.plain(Tone.WARN, sentence).announced());
    }

    /** The rest of the page stays, with what was typed there. */
    private void fill(Div place, Component content) {
        told.removeAll();
        place.removeAll();
        place.add(content);
    }

    private void opened(List<String> codes) {
        ComingStaff.forget();
        clear();
        add(new RecoveryCard(
                say("console.invitation.done"),
                codes,
                ActionLink.primary("/gestion/connexion", say("staff.sign-in.title"))));
    }

    private static void otherwise() {
        ComingStaff.forget();
        UI.getCurrentOrThrow().getPage().setLocation("/gestion/connexion");
    }

    private void dead() {
        ComingStaff.forget();
        add(column(
                new Notice(Tone.WARN, say("console.invitation.dead"), say("staff.invitation.dead.why")),
                ActionLink.secondary("/gestion/connexion", say("staff.sign-in.title"))));
    }
}
