package fr.ondine.ui.desk;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.customers.SeeAs;
import fr.ondine.platform.customers.SeenAccount;
import fr.ondine.ui.security.SignedInStaff;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Choice;
import fr.ondine.ui.shell.Form;
import fr.ondine.ui.shell.Page;
import fr.ondine.ui.shell.TextField;
import fr.ondine.ui.staff.StaffLayout;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** Asks why staff want to look at the portal as a subscriber sees it, and leads there. */
@Route(value = Addresses.SEE_AS, layout = StaffLayout.class)
@RolesAllowed("SEE_AS")
class SeeAsView extends Page implements BeforeEnterObserver {

    private final transient SeeAs door;
    private final transient SignedInStaff signedIn;

    SeeAsView(SeeAs door, SignedInStaff signedIn) {
        super("desk.see-as.title");
        this.door = door;
        this.signedIn = signedIn;
        narrow();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent arrival) {
        clear();
        Addresses.id(arrival.getRouteParameters().get(Addresses.WHOSE).orElse(""))
                .map(AgreementId::new)
                .filter(id -> !door.accounts(signedIn.get(), id).isEmpty())
                .ifPresentOrElse(this::show, () -> arrival.rerouteToError(NotFoundException.class));
    }

    private void show(AgreementId agreement) {
        var back = new Paragraph(new Anchor(Addresses.account(agreement), say("desk.see-as.back")));
        add(column(back, new Card(new Paragraph(say("desk.see-as.what")), form(agreement))));
    }

    private Form form(AgreementId agreement) {
        List<SeenAccount> accounts = door.accounts(signedIn.get(), agreement);
        var account = new Choice<>("compte", say("desk.see-as.account"), accounts, SeenAccount::email);
        var reason = TextField.text("motif", say("desk.see-as.reason"))
                .attribute("maxlength", "200")
                .help(say("desk.see-as.reason.help"))
                .autocomplete("off")
                .required()
                .explains("customers.see-as.reason");
        return new Form(account, reason, Button.submit(say("desk.see-as.begin")))
                .onSubmit(() -> signedIn.seeAs(
                        door.begin(signedIn.get(), agreement, account.value().user(), reason.value())));
    }
}
