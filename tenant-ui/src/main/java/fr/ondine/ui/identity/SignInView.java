package fr.ondine.ui.identity;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fr.ondine.platform.identity.franceconnect.FranceConnectClient;
import fr.ondine.platform.identity.franceconnect.OfficialButton;
import fr.ondine.platform.oldaccounts.OldAccounts;
import fr.ondine.platform.tenancy.Tenants;
import fr.ondine.tenantconfig.TenantConfig;
import fr.ondine.ui.security.RefusedSignIn;
import fr.ondine.ui.security.SignedIn;
import fr.ondine.ui.shell.ActionLink;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.CheckField;
import fr.ondine.ui.shell.Form;
import fr.ondine.ui.shell.Notice;
import fr.ondine.ui.shell.Page;
import fr.ondine.ui.shell.PasskeyPrompt;
import fr.ondine.ui.shell.PublicLayout;
import fr.ondine.ui.shell.TextField;
import fr.ondine.ui.shell.Tone;
import java.util.Optional;

/** Signs in: a form that the browser itself posts, so that password managers and Enter work as everywhere. */
@Route(value = "connexion", layout = PublicLayout.class)
@RouteAlias(value = "deconnexion", layout = PublicLayout.class)
@AnonymousAllowed
class SignInView extends Page implements BeforeEnterObserver {

    private static final String DELETED = "compte-supprime";

    private final transient SignedIn signedIn;
    private final transient Invited invited;
    private final transient TenantConfig utility;
    private final TextField email = Emails.field();
    private final Div told = new Div();
    private final Div firstVisit = column();

    SignInView(
            Tenants tenants,
            SignedIn signedIn,
            Invited invited,
            FranceConnectClient franceConnect,
            OfficialButton pictures,
            OldAccounts oldAccounts) {
        super("identity.sign-in.title");
        this.signedIn = signedIn;
        this.invited = invited;
        this.utility = tenants.current();
        narrow();
        var ways = column(told);
        if (franceConnect.isOffered()) {
            ways.add(new Card(new FranceConnectButton(pictures)), FranceConnectButton.or());
        }
        ways.add(new Card(form()), new Card(new PasskeyForm()));
        if (oldAccounts.areOffered()) {
            ways.add(formerPortal());
        }
        ways.add(firstVisit);
        add(ways);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent arrival) {
        if (signedIn.isAnybody()) {
            // at the provider nobody is known by a device: who is remembered came here to be, and goes on
            WantedPage.find()
                    .ifPresentOrElse(
                            wanted -> arrival.forwardToUrl(wanted.getRedirectUrl()),
                            () -> arrival.forwardTo("mon-compte"));
            return;
        }
        told.removeAll();
        firstVisit.removeAll();
        var isInvited = invited.isVisitor();
        firstVisit.add(firstVisit(isInvited));
        tell(arrival.getLocation(), isInvited);
    }

    private Form form() {
        var password = TextField.password("password", say("identity.password"), "current-password")
                .required();
        var forgotten = new Anchor("/mot-de-passe-oublie", say("identity.forgotten.link"));
        var between = row(new CheckField("remember", say("identity.sign-in.remember")), forgotten);
        between.addClassName("spread");
        return new Form(
                        email,
                        password,
                        between,
                        Button.submit(say("identity.sign-in.send")).wide())
                .posts("/connexion");
    }

    private Component formerPortal() {
        var text = new Paragraph(say("identity.sign-in.old.how"));
        text.addClassName("soft");
        return new Card(
                say("identity.sign-in.old"),
                text,
                ActionLink.secondary("/connexion/ancien-compte", say("identity.sign-in.old.go"))
                        .wide());
    }

    private Component firstVisit(boolean isInvited) {
        var text = new Paragraph(
                say(isInvited ? "identity.sign-in.first-visit.invited" : "identity.sign-in.first-visit.how"));
        text.addClassName("soft");
        return new Card(
                say("identity.sign-in.first-visit"),
                text,
                ActionLink.secondary("/inscription", utility.words().signUp()).wide());
    }

    private void tell(Location here, boolean isInvited) {
        var why = here.getQueryParameters();
        var franceConnect = why.getSingleParameter("franceconnect");
        if (franceConnect.isPresent()) {
            refuse(franceConnect.get());
        } else if (why.getSingleParameter(PasskeyForm.OTHERWISE).isPresent()) {
            refusePasskey(why.getSingleParameter(PasskeyForm.OTHERWISE).get());
        } else if (why.getParameters().containsKey("erreur")) {
            email.initially(
                    RefusedSignIn.typed(VaadinServletRequest.getCurrent().getHttpServletRequest()));
            refuse("identity.sign-in.refused", "identity.sign-in.refused.next");
        } else if (why.getParameters().containsKey("occupe")) {
            refuse("identity.sign-in.busy", "identity.sign-in.busy.next");
        } else if (why.getParameters().containsKey(DELETED)
                || why.getSingleParameter("state").equals(Optional.of(DELETED))) {
            told.add(new Notice(Tone.GOOD, say("identity.sign-in.deleted"), say("identity.sign-in.deleted.next"))
                    .announced());
        } else if (why.getParameters().containsKey("deconnexion")
                || here.getPath().equals("deconnexion")) {
            told.add(Notice.plain(Tone.GOOD, say("identity.sign-in.signed-out")).announced());
        } else if (isInvited) {
            told.add(new Notice(Tone.INFO, say("identity.sign-in.invited"), say("identity.sign-in.invited.how")));
        }
    }

    /** Nobody came from FranceConnect: the other way in stands below. */
    private void refuse(String reason) {
        switch (reason) {
            case "abandon" ->
                refuse(new Notice(
                        Tone.WARN,
                        say("identity.franceconnect.given-up"),
                        say("identity.franceconnect.given-up.next")));
            case "indisponible" -> refuse("identity.franceconnect.away", "identity.franceconnect.away.next");
            case "autre" -> refuse("identity.franceconnect.another", "identity.franceconnect.another.next");
            case "trop" -> refuse("identity.franceconnect.too-many", "identity.franceconnect.too-many.next");
            default -> refuse("identity.franceconnect.failed", "identity.franceconnect.failed.next");
        }
    }

    private void refusePasskey(String why) {
        refuse(
                why.equals("refus")
                        ? new Notice(Tone.BAD, say("identity.passkey.refused"), say("identity.passkey.refused.next"))
                        : Notice.plain(Tone.WARN, PasskeyPrompt.failure(why)));
    }

    private void refuse(String sentence, String next) {
        refuse(new Notice(Tone.BAD, say(sentence), say(next)));
    }

    private void refuse(Notice notice) {
        notice.getElement()
                .setAttribute("role", "alert")
                .setAttribute("tabindex", "-1")
                .executeJs("setTimeout(() => this.focus())");
        told.add(notice);
    }
}
