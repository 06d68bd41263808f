package fr.ondine.ui.delegations;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.Route;
import fr.ondine.platform.customers.Delegation;
import fr.ondine.platform.customers.Delegations;
import fr.ondine.platform.identity.OwnerAct;
import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.ui.account.Confirmations;
import fr.ondine.ui.contract.ChosenContract;
import fr.ondine.ui.contract.ContractPage;
import fr.ondine.ui.contract.Contracts;
import fr.ondine.ui.security.SignedIn;
import fr.ondine.ui.shell.ActionLink;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Choice;
import fr.ondine.ui.shell.Form;
import fr.ondine.ui.shell.Notice;
import fr.ondine.ui.shell.PortalLayout;
import fr.ondine.ui.shell.TextField;
import fr.ondine.ui.shell.Tone;
import fr.ondine.ui.shell.Written;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** Who else sees a contract, for its holder, who invites them and ends it. */
@Route(value = DelegationsView.PATH, layout = PortalLayout.class)
@RolesAllowed("SUBSCRIBER")
class DelegationsView extends ContractPage {

    static final String PATH = "contrats/partager";

    private final transient Delegations delegations;
    private final transient Confirmations confirmations;
    private final transient SignedIn signedIn;
    private final transient Clock clock;
    private final Div content = column();

    DelegationsView(
            Contracts contracts, Delegations delegations, Confirmations confirmations, SignedIn signedIn, Clock clock) {
        super(contracts, "delegations.title");
        this.delegations = delegations;
        this.confirmations = confirmations;
        this.signedIn = signedIn;
        this.clock = clock;
        narrow();
    }

    @Override
    protected void show(ChosenContract chosen) {
        add(content);
        fill(chosen);
    }

    private void fill(ChosenContract chosen) {
        content.removeAll();
        var known = delegations.of(chosen.user(), chosen.id());
        if (!known.isEmpty()) {
            content.add(list(chosen, known));
        }
        content.add(
                new Card(say("delegations.invite"), new Paragraph(say("delegations.invite.what")), invitation(chosen)),
                ActionLink.secondary("/mon-compte", say("account.back")).wide());
    }

    private Component list(ChosenContract chosen, List<Delegation> known) {
        var list = new UnorderedList();
        known.forEach(one -> list.add(new ListItem(row(chosen, one))));
        var devices = new Div(list);
        devices.addClassName("devices");
        return new Card(say("delegations.known"), devices);
    }

    private Component row(ChosenContract chosen, Delegation one) {
        var who = new Div(one.other());
        who.addClassName("strong");
        var what = new Div(say(
                one.accepted() ? "delegations.row" : "delegations.row.invited",
                say(one.mayPay() ? "delegations.pays" : "delegations.sees"),
                one.until()));
        what.addClassNames("soft", "small");
        var end = Button.link(say("delegations.end")).onPress(() -> {
            delegations.end(chosen.user(), one.id());
            fill(chosen);
            tell(say("delegations.end.done", one.other()));
        });
        end.getElement().setAttribute("aria-label", say("delegations.end.which", one.other()));
        var row = new Div(new Div(who, what), end);
        row.addClassNames("row", "spread");
        return row;
    }

    private Component invitation(ChosenContract chosen) {
        var email = TextField.email("invited", say("delegations.email"))
                .required()
                .explains("kernel.invalid-email")
                .explains("customers.delegation-self");
        var what = new Choice<>(
                "what",
                say("delegations.what"),
                List.of(false, true),
                pays -> say(pays ? "delegations.pays" : "delegations.sees"));
        var today = LocalDate.now(clock);
        var until = new Choice<>(
                "until",
                say("delegations.until"),
                List.of(today.plusMonths(1), today.plusMonths(3), today.plusYears(1), delegations.longest()),
                Written::date);
        var confirming =
                confirmations.before(OwnerAct.SHARE_CONTRACT, chosen.id().value());
        var form = new Form(
                email,
                what,
                until,
                confirming.place(),
                Button.submit(say("delegations.send")).wide());
        return confirming.before(form.onSubmit(() -> {
            var invited = new EmailAddress(email.value());
            var person = signedIn.user();
            confirming.confirmed(
                    password -> delegations.invite(person, chosen.id(), invited, what.value(), until.value(), password),
                    proof -> delegations.invite(person, chosen.id(), invited, what.value(), until.value(), proof));
            fill(chosen);
            tell(say("delegations.sent", invited.value()));
        }));
    }

    private void tell(String what) {
        content.addComponentAsFirst(Notice.plain(Tone.GOOD, what).announced());
    }
}
