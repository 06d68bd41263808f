package fr.ondine.ui.staff;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.StaffFirstStep;
import fr.ondine.platform.staff.StaffProConnectGiven;
import fr.ondine.platform.staff.StaffSignIn;
import fr.ondine.platform.staff.proconnect.ProConnectClient;
import fr.ondine.ui.factors.FactorFields;
import fr.ondine.ui.security.ComingStaff;
import fr.ondine.ui.security.SignedInStaff;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Form;
import fr.ondine.ui.shell.Notice;
import fr.ondine.ui.shell.Page;
import fr.ondine.ui.shell.PasskeyPrompt;
import fr.ondine.ui.shell.PublicLayout;
import fr.ondine.ui.shell.TextField;
import fr.ondine.ui.shell.Tone;

/**
 * Signs a person of the staff in: password, or ProConnect, then code or passkey. That a password was given stays in this
 * page's memory alone.
 */
@Route(value = "gestion/connexion", layout = PublicLayout.class)
@RouteAlias(value = "gestion/deconnexion", layout = PublicLayout.class)
@AnonymousAllowed
class StaffSignInView extends Page implements BeforeEnterObserver {

    private static final String HOME = "/gestion";

    private final transient StaffSignIn door;
    private final transient ProConnectClient proConnect;
    private final transient SignedInStaff signedIn;
    private final Div told = new Div();
    private String next = HOME;

    StaffSignInView(StaffSignIn door, ProConnectClient proConnect, SignedInStaff signedIn) {
        super("staff.sign-in.title");
        this.door = door;
        this.proConnect = proConnect;
        this.signedIn = signedIn;
        narrow();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent arrival) {
        var address = arrival.getLocation().getQueryParameters();
        next = address.getSingleParameter("vers")
                .filter(StaffSignInView::isOurs)
                .orElse(HOME);
        if (signedIn.find().isPresent()) {
            arrival.forwardToUrl(next);
            return;
        }
        var given = ComingStaff.find().filter(door::mayGoOn);
        if (given.filter(StaffProConnectGiven::isInvited).isPresent()) {
            arrival.forwardTo(StaffInvitationView.class);
        } else if (given.isPresent()) {
            code(given.get());
            askDifferently();
        } else {
            askFirst(arrival.getLocation());
        }
    }

    private void askFirst(Location here) {
        clear();
        told.removeAll();
        tell(here);
        var ways = column(told);
        if (proConnect.isOffered()) {
            ways.add(new Card(new ProConnectButton(next)), ProConnectButton.or());
        }
        ways.add(new Card(password()));
        add(ways);
    }

    private void tell(Location here) {
        var why = here.getQueryParameters();
        var refused = why.getSingleParameter("proconnect");
        if (refused.isPresent()) {
            told.add(new ProConnectNotice(refused.get()));
        } else if (why.getParameters().containsKey("deconnexion")
                || here.getPath().equals("gestion/deconnexion")) {
            told.add((ComingStaff.hasLeft()
                            ? new Notice(Tone.GOOD, say("staff.proconnect.left"), say("staff.proconnect.left.next"))
                            : Notice.plain(Tone.GOOD, say("console.sign-in.signed-out")))
                    .announced());
        }
    }

    /** ProConnect has named somebody who would rather come in otherwise. */
    private void askDifferently() {
        add(column(Button.link(say("staff.proconnect.otherwise")).onPress(() -> {
            ComingStaff.forget();
            askFirst(new Location("gestion/connexion"));
        })));
    }

    private void enter(CurrentStaff staff) {
        signedIn.become(staff);
        ComingStaff.forget();
        UI.getCurrentOrThrow().getPage().setLocation(next);
    }

    private Form password() {
        var email = TextField.email("email", say("console.email"))
                .autocomplete("username")
                .required();
        var password = TextField.password("password", say("console.password"), "current-password")
                .required();
        return new Form(
                        email,
                        password,
                        Button.submit(say("console.sign-in.next")).wide())
                .onSubmit(() -> code(door.password(email.value(), password.value(), SignedInStaff.place())));
    }

    private void code(StaffFirstStep given) {
        clear();
        told.removeAll();
        var byApplication = door.hasApplication(given);
        var code = byApplication
                ? FactorFields.code(say("console.sign-in.code")).help(say("console.sign-in.code.help"))
                : FactorFields.code(say("staff.recovery")).help(say("staff.recovery.help"));
        var send = Button.submit(say("console.sign-in.send")).wide();
        var form = new Form(code, send).onSubmit(() -> enter(door.code(given, code.value())));
        var second = column(told);
        if (door.hasPasskey(given, PasskeyPrompt.host())) {
            var use = Button.primary(say("staff.passkeys.use")).wide().onPress(() -> passkey(given));
            second.add(new Card(new Paragraph(say("staff.sign-in.passkey")), use));
            send.subdued();
            use.getElement().executeJs("setTimeout(() => this.focus())");
        } else {
            form.getElement().executeJs("setTimeout(() => document.getElementById('code')?.focus())");
        }
        var how = byApplication ? "console.sign-in.second" : "staff.sign-in.recovery";
        second.add(new Card(new Paragraph(say(how)), form));
        add(second);
    }

    private void passkey(StaffFirstStep given) {
        var asked = door.askPasskey(given, PasskeyPrompt.host());
        PasskeyPrompt.show(asked, answer -> enter(door.passkey(given, asked.question(), answer)), sentence -> {
            told.removeAll();
            told.add(Notice.plain(Tone.WARN, sentence).announced());
        });
    }

    /** A page of the back office; anything else would lead elsewhere whoever follows a prepared link. */
    static boolean isOurs(String wanted) {
        return wanted.matches("/gestion(/[a-z0-9_/-]*)?(\\?[^#\\\\]*)?");
    }
}
