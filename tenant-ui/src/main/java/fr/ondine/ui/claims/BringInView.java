package fr.ondine.ui.claims;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import fr.ondine.platform.kernel.RawToken;
import fr.ondine.platform.oldaccounts.OldAccounts;
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
import java.util.List;

/** Behind the link that went to an account's address: its owner, signed in, takes in what a former login opened. */
@Route(value = "contrats/ancien-compte", layout = PortalLayout.class)
@RolesAllowed("SUBSCRIBER")
class BringInView extends Page implements BeforeEnterObserver {

    private static final String PARAMETER = "jeton";

    private final transient OldAccounts accounts;
    private final transient SignedIn person;

    BringInView(OldAccounts accounts, SignedIn person) {
        super("claims.old.title");
        this.accounts = accounts;
        this.person = person;
        narrow();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent arrival) {
        var secret = arrival.getLocation().getQueryParameters().getSingleParameter(PARAMETER);
        var link = new RawToken(secret.orElse(""));
        clear();
        accounts.brings(person.user(), link).ifPresentOrElse(numbers -> ask(numbers, link), this::refuse);
    }

    private void ask(List<String> numbers, RawToken link) {
        var card = new Card(new Paragraph(say("claims.old.what", person.user().address())));
        var list = new UnorderedList();
        numbers.forEach(number -> list.add(new ListItem(number)));
        var form = new Form(Button.submit(say("claims.old.send")).wide());
        form.onSubmit(() -> {
            accounts.bringIn(person.user(), link);
            clear();
            add(
                    new Notice(Tone.GOOD, say("claims.old.done"), say("claims.old.done.next")).announced(),
                    ActionLink.primary("/tableau-de-bord", say("claims.old.go")).wide());
        });
        card.add(column(list, form));
        add(card);
    }

    private void refuse() {
        add(
                new Notice(
                        Tone.WARN,
                        say("claims.old.dead"),
                        say("claims.old.dead.why", person.user().address())),
                new Card(ActionLink.secondary("/tableau-de-bord", say("claims.old.go"))));
    }
}
