package fr.ondine.ui.account;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteConfiguration;
import fr.ondine.platform.customers.AgreementSummary;
import fr.ondine.platform.customers.Agreements;
import fr.ondine.platform.customers.Delegations;
import fr.ondine.platform.identity.Profiles;
import fr.ondine.platform.identity.Sessions;
import fr.ondine.platform.notifications.MailPreferences;
import fr.ondine.platform.tenancy.Tenants;
import fr.ondine.ui.security.SignedIn;
import fr.ondine.ui.session.SessionSettings;
import fr.ondine.ui.shell.ActionLink;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Definitions;
import fr.ondine.ui.shell.Page;
import fr.ondine.ui.shell.PortalLayout;
import fr.ondine.ui.shell.Written;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.util.List;

/** A person's account: what it holds and the ways to each change. */
@Route(value = "mon-compte", layout = PortalLayout.class)
@RolesAllowed("SUBSCRIBER")
class AccountView extends Page {

    private static final String CLAIM = "contrats/lier";

    private final transient SignedIn signedIn;
    private final transient Tenants tenants;
    private final transient Confirmations confirmations;

    AccountView(
            SignedIn signedIn,
            Profiles profiles,
            Agreements agreements,
            Sessions sessions,
            SessionSettings settings,
            Tenants tenants,
            MailPreferences mails,
            Delegations delegations,
            Confirmations confirmations) {
        super("account.title");
        this.signedIn = signedIn;
        this.tenants = tenants;
        this.confirmations = confirmations;
        beside(Button.secondary(say("account.sign-out")).onPress(signedIn::signOut));
        var person = signedIn.user().userId();
        var own = column(profile(profiles), contracts(agreements.ofUser(person)));
        var announced = tenants.current().invoiceMails();
        if (announced.isOn()) {
            own.add(new AnnouncementsCard(mails, person, announced));
        }
        if (!delegations.to(person).isEmpty()) {
            own.add(new SharedCard(delegations, person));
        }
        var devices =
                new DevicesCard(signedIn, sessions, settings, tenants.current().zone());
        add(columns(own, column(access(), devices, data(), leaving())));
    }

    private Component profile(Profiles profiles) {
        var profile = profiles.of(signedIn.user().userId());
        var since = LocalDate.ofInstant(profile.since(), tenants.current().zone());
        return Card.headed(
                say("account.profile"),
                ActionLink.secondary("/mon-compte/nom", say("account.profile.change")),
                new Definitions()
                        .with(say("account.name"), profile.name().full())
                        .with(say("identity.email"), profile.email().value())
                        .with(say("account.since"), Written.date(since)));
    }

    private Component contracts(List<AgreementSummary> contracts) {
        var utility = tenants.current();
        var card = new Card(say("account.contracts"));
        var links = row();
        links.addClassName("after");
        if (contracts.isEmpty()) {
            card.add(new Paragraph(Written.typeset(utility.subscriberTexts().noContractYet())));
        } else {
            var list = new UnorderedList();
            contracts.forEach(contract -> list.add(new ListItem(described(contract))));
            card.add(list);
            links.add(ActionLink.secondary("/contrats/partager", say("account.contracts.share")));
        }
        if (RouteConfiguration.forApplicationScope().getRoute(CLAIM).isPresent()) {
            links.add(ActionLink.secondary(
                    "/" + CLAIM,
                    contracts.isEmpty() ? utility.claimWord() : utility.words().claimAnother()));
        }
        card.add(links);
        return card;
    }

    private String described(AgreementSummary contract) {
        return say(
                contract.ended() ? "account.contract.ended" : "account.contract",
                contract.number(),
                say("account.service." + contract.service().name()),
                contract.street(),
                contract.postcode(),
                contract.city());
    }

    private Component access() {
        var password = confirmations.byPassword() ? "account.password.title" : "account.password.first.title";
        var links = column(
                ActionLink.secondary("/mon-compte/mot-de-passe", say(password)).wide(),
                ActionLink.secondary("/mon-compte/adresse-email", say("account.email.title"))
                        .wide());
        links.add(ActionLink.secondary("/mon-compte/cles-d-acces", say("account.passkeys.title"))
                .wide());
        if (tenants.current().offersFranceConnect()) {
            links.add(ActionLink.secondary("/mon-compte/franceconnect", say("account.franceconnect.title"))
                    .wide());
        }
        return new Card(say("account.access"), links);
    }

    private Component data() {
        return new Card(
                say("account.data.title"),
                new Paragraph(say("account.data.short")),
                column(
                        ActionLink.secondary("/mon-compte/mes-donnees", say("account.data.see"))
                                .wide(),
                        ActionLink.secondary("/mon-compte/services", say("provider.services.title"))
                                .wide()));
    }

    private Component leaving() {
        return new Card(
                say("account.delete.title"),
                new Paragraph(
                        Written.typeset(tenants.current().subscriberTexts().deleteAccount())),
                ActionLink.secondary("/mon-compte/supprimer", say("account.delete.title"))
                        .wide());
    }
}
