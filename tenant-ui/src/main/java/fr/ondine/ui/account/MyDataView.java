package fr.ondine.ui.account;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinServletRequest;
import fr.ondine.platform.identity.OwnerAct;
import fr.ondine.platform.identity.PersonalDataRequests;
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

/** Gives a person all that is known of them, after they have shown that it is they. */
@Route(value = "mon-compte/mes-donnees", layout = PortalLayout.class)
@RolesAllowed("SUBSCRIBER")
class MyDataView extends Page implements BeforeEnterObserver {

    /** Where the file sends whoever asks for it without having shown again that it is they. */
    static final String OVER = "/mon-compte/mes-donnees?" + MyDataView.AGAIN;

    private static final String AGAIN = "encore";

    private final transient SignedIn signedIn;
    private final transient PersonalDataRequests requests;
    private final Confirming confirming;
    private final Div told = new Div();
    private final Card card = new Card();

    MyDataView(SignedIn signedIn, PersonalDataRequests requests, Confirmations confirmations) {
        super("account.data.title");
        this.signedIn = signedIn;
        this.requests = requests;
        this.confirming = confirmations.before(OwnerAct.TAKE_DATA);
        narrow();
        card.add(
                new Paragraph(say("account.data.what")),
                confirming.before(new Form(
                                confirming.place(),
                                Button.submit(say("account.data.send")).wide())
                        .onSubmit(this::ask)));
        add(column(
                told,
                card,
                new Card(say("account.data.rights"), new Paragraph(say("account.data.rights.how"))),
                ActionLink.secondary("/mon-compte", say("account.back")).wide()));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent arrival) {
        told.removeAll();
        if (arrival.getLocation().getQueryParameters().getParameters().containsKey(AGAIN)) {
            told.add(new Notice(
                            Tone.INFO,
                            say("account.data.over"),
                            say("account.data.over.next", DataPermit.LIFE.toMinutes()))
                    .announced());
        }
    }

    private void ask() {
        var user = signedIn.user();
        confirming.confirmed(password -> requests.ask(user, password), proof -> requests.ask(user, proof));
        DataPermit.give(VaadinServletRequest.getCurrent().getHttpServletRequest(), user);
        told.removeAll();
        card.removeAll();
        card.add(
                new Notice(
                                Tone.GOOD,
                                say("account.data.ready"),
                                say("account.data.ready.next", DataPermit.LIFE.toMinutes()))
                        .announced(),
                ActionLink.primary(DataFile.PATH, say("account.data.download"))
                        .loaded()
                        .wide());
    }
}
