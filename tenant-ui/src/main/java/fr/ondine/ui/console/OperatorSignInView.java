package fr.ondine.ui.console;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fr.ondine.platform.operators.OperatorSignIn;
import fr.ondine.platform.operators.PasswordGiven;
import fr.ondine.ui.factors.FactorFields;
import fr.ondine.ui.security.SignedInOperator;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Form;
import fr.ondine.ui.shell.Notice;
import fr.ondine.ui.shell.Page;
import fr.ondine.ui.shell.PublicLayout;
import fr.ondine.ui.shell.TextField;
import fr.ondine.ui.shell.Tone;

/** Signs an operator in: password, then code. What lies between the two stays in this page's memory alone. */
@Route(value = "console/connexion", layout = PublicLayout.class)
@AnonymousAllowed
class OperatorSignInView extends Page implements BeforeEnterObserver {

    private static final String HOME = "/console";

    private final transient OperatorSignIn door;
    private final transient SignedInOperator signedIn;
    private final Div told = new Div();
    private String next = HOME;

    OperatorSignInView(OperatorSignIn door, SignedInOperator signedIn) {
        super("console.sign-in.title");
        this.door = door;
        this.signedIn = signedIn;
        narrow();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent arrival) {
        var address = arrival.getLocation().getQueryParameters();
        next = address.getSingleParameter("vers")
                .filter(OperatorSignInView::isOurs)
                .orElse(HOME);
        if (signedIn.find().isPresent()) {
            arrival.forwardToUrl(next);
            return;
        }
        clear();
        told.removeAll();
        if (address.getParameters().containsKey("deconnexion")) {
            told.add(Notice.plain(Tone.GOOD, say("console.sign-in.signed-out")).announced());
        }
        add(column(told, new Card(password())));
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
                .onSubmit(() -> code(door.password(email.value(), password.value(), SignedInOperator.place())));
    }

    private void code(PasswordGiven given) {
        clear();
        var code = FactorFields.code(say("console.sign-in.code")).help(say("console.sign-in.code.help"));
        var form = new Form(code, Button.submit(say("console.sign-in.send")).wide()).onSubmit(() -> {
            signedIn.become(door.code(given, code.value()));
            UI.getCurrentOrThrow().getPage().setLocation(next);
        });
        add(column(new Card(new Paragraph(say("console.sign-in.second")), form)));
        form.getElement().executeJs("setTimeout(() => document.getElementById('code')?.focus())");
    }

    /** A page of the console; anything else would lead elsewhere whoever follows a prepared link. */
    static boolean isOurs(String wanted) {
        return wanted.matches("/console(/[a-z0-9_/-]*)?(\\?[^#\\\\]*)?");
    }
}
