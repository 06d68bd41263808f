package fr.ondine.ui.account;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Route;
import fr.ondine.platform.identity.FranceConnectAccounts;
import fr.ondine.platform.identity.PersonalDataRequests;
import fr.ondine.ui.security.SignedIn;
import fr.ondine.ui.shell.ActionLink;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Form;
import fr.ondine.ui.shell.Notice;
import fr.ondine.ui.shell.Page;
import fr.ondine.ui.shell.PortalLayout;
import fr.ondine.ui.shell.TextField;
import fr.ondine.ui.shell.Tone;
import jakarta.annotation.security.RolesAllowed;

/** Gives a person all that is known of them, after their password. */
@Route(value = "mon-compte/mes-donnees", layout = PortalLayout.class)
@RolesAllowed("SUBSCRIBER")
class MyDataView extends Page {

    private final transient SignedIn signedIn;
    private final transient PersonalDataRequests requests;
    private final TextField password = CurrentPassword.field();
    private final Card card = new Card();

    MyDataView(SignedIn signedIn, PersonalDataRequests requests, FranceConnectAccounts ways) {
        super("account.data.title");
        this.signedIn = signedIn;
        this.requests = requests;
        narrow();
        card.add(
                new Paragraph(say("account.data.what")),
                ways.waysIn(signedIn.user().userId()).password()
                        ? new Form(
                                        password,
                                        Button.submit(say("account.data.send")).wide())
                                .onSubmit(this::ask)
                        : new ChoosePassword());
        add(column(
                card,
                new Card(say("account.data.rights"), new Paragraph(say("account.data.rights.how"))),
                ActionLink.secondary("/mon-compte", say("account.back")).wide()));
    }

    private void ask() {
        requests.ask(signedIn.user().userId(), password.value());
        DataPermit.give();
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
