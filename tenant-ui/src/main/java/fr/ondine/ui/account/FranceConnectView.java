package fr.ondine.ui.account;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import fr.ondine.platform.identity.CurrentUser;
import fr.ondine.platform.identity.FranceConnectAccounts;
import fr.ondine.platform.identity.OwnerAct;
import fr.ondine.platform.identity.OwnerProof;
import fr.ondine.platform.identity.ProvenIdentity;
import fr.ondine.platform.identity.WaysIn;
import fr.ondine.platform.identity.franceconnect.FranceConnectClient;
import fr.ondine.platform.identity.franceconnect.OfficialButton;
import fr.ondine.platform.tenancy.Tenants;
import fr.ondine.ui.identity.FranceConnectButton;
import fr.ondine.ui.security.ComingIdentity;
import fr.ondine.ui.security.SignedIn;
import fr.ondine.ui.shell.ActionLink;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Form;
import fr.ondine.ui.shell.Notice;
import fr.ondine.ui.shell.Page;
import fr.ondine.ui.shell.PortalLayout;
import fr.ondine.ui.shell.Tone;
import fr.ondine.ui.shell.Written;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Links an account to FranceConnect, and gives up one of the two ways in, never the last one. */
@Route(value = "mon-compte/franceconnect", layout = PortalLayout.class)
@RolesAllowed("SUBSCRIBER")
class FranceConnectView extends Page implements BeforeEnterObserver {

    private final transient SignedIn signedIn;
    private final transient FranceConnectAccounts accounts;
    private final transient FranceConnectClient client;
    private final transient Confirmations confirmations;
    private final transient OfficialButton pictures;
    private final transient Tenants tenants;

    FranceConnectView(
            SignedIn signedIn,
            FranceConnectAccounts accounts,
            FranceConnectClient client,
            Confirmations confirmations,
            OfficialButton pictures,
            Tenants tenants) {
        super("account.franceconnect.title");
        this.signedIn = signedIn;
        this.accounts = accounts;
        this.client = client;
        this.confirmations = confirmations;
        this.pictures = pictures;
        this.tenants = tenants;
        narrow();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent arrival) {
        show(arrival.getLocation()
                .getQueryParameters()
                .getSingleParameter("echec")
                .map(this::failed)
                .orElse(null));
    }

    private Notice failed(String why) {
        var key = switch (why) {
            case "indisponible" -> "account.franceconnect.away";
            case "trop" -> "account.franceconnect.too-many";
            default -> "account.franceconnect.failed";
        };
        return new Notice(Tone.WARN, say(key), say(key + ".next"));
    }

    private void show(@Nullable Notice told) {
        clear();
        var content = column();
        if (told != null) {
            content.add(told.announced());
        }
        var ways = accounts.waysIn(signedIn.user().userId());
        if (ways.franceConnect().isPresent()) {
            content.add(linked(ways.franceConnect().get(), ways));
        } else {
            content.add(ComingIdentity.find().map(this::question).orElseGet(this::offer));
        }
        content.add(ActionLink.secondary("/mon-compte", say("account.back")).wide());
        add(content);
    }

    private Component offer() {
        var card = new Card(new Paragraph(say("account.franceconnect.offer")));
        card.add(
                client.isOffered()
                        ? new FranceConnectButton(pictures)
                        : new Paragraph(say("account.franceconnect.not-offered")));
        return card;
    }

    /** The open session may be somebody else's: its owner shows that it is they. */
    private Component question(ProvenIdentity coming) {
        var name = coming.name().full();
        var card = new Card(new Paragraph(say("account.franceconnect.question", name)));
        card.add(asking(
                OwnerAct.LINK_IDENTITY,
                "account.franceconnect.link",
                Button::wide,
                password -> linked(coming, () -> accounts.link(signedIn.user(), coming, password)),
                proof -> linked(coming, () -> accounts.link(signedIn.user(), coming, proof))));
        card.add(Button.link(say("account.franceconnect.refuse")).onPress(() -> {
            ComingIdentity.forget();
            show(null);
        }));
        return card;
    }

    private void linked(ProvenIdentity coming, Runnable link) {
        if (ComingIdentity.find().filter(coming::equals).isEmpty()) {
            show(new Notice(
                    Tone.WARN, say("account.franceconnect.too-late"), say("account.franceconnect.too-late.next")));
            return;
        }
        link.run();
        signedIn.linked();
        show(new Notice(Tone.GOOD, say("account.franceconnect.done"), say("account.franceconnect.done.next")));
    }

    private Component linked(Instant since, WaysIn ways) {
        var day = Written.date(LocalDate.ofInstant(since, tenants.current().zone()));
        var card = new Card(new Paragraph(say("account.franceconnect.since", day)));
        if (!ways.hasOtherThanFranceConnect()) {
            card.add(
                    new Paragraph(say("account.franceconnect.only")),
                    ActionLink.secondary("/mon-compte/mot-de-passe", say("account.password.first.title")));
            return card;
        }
        var content = column(
                card,
                givingUp(
                        OwnerAct.UNLINK_IDENTITY,
                        "account.franceconnect.unlink",
                        password -> accounts.unlink(signedIn.user(), password),
                        proof -> accounts.unlink(signedIn.user(), proof)));
        if (ways.password() && client.isOffered()) {
            content.add(givingUp(
                    OwnerAct.REMOVE_PASSWORD,
                    "account.franceconnect.no-password",
                    password -> accounts.removePassword(signedIn.user(), password),
                    proof -> accounts.removePassword(signedIn.user(), proof)));
        }
        return content;
    }

    /** Two of them stand on the page: how it is shown that it is they comes where one is wished. */
    private Component givingUp(
            OwnerAct act,
            String key,
            Function<String, CurrentUser> byPassword,
            Function<OwnerProof, CurrentUser> byProof) {
        var place = new Div();
        Runnable ask = () -> {
            place.removeAll();
            place.add(asking(
                    act,
                    key,
                    Button::subdued,
                    password -> givenUp(key, byPassword.apply(password)),
                    proof -> givenUp(key, byProof.apply(proof))));
        };
        if (confirmations.isUnderWay(act)) {
            ask.run();
        } else {
            place.add(Button.secondary(say(key)).wide().onPress(() -> {
                ask.run();
                focus(place);
            }));
        }
        return new Card(say(key + ".title"), new Paragraph(say(key + ".what")), place);
    }

    private void givenUp(String key, CurrentUser goesOn) {
        signedIn.become(goesOn);
        show(Notice.plain(Tone.GOOD, say(key + ".done")));
    }

    private Component asking(
            OwnerAct act,
            String key,
            UnaryOperator<Button> weight,
            Consumer<String> byPassword,
            Consumer<OwnerProof> byProof) {
        var password = CurrentPassword.field(key.substring(key.lastIndexOf('.') + 1) + "-password");
        var confirming = confirmations.before(act, null, password);
        var form = new Form(
                confirming.place(), weight.apply(Button.submit(say(key))).wide());
        return confirming.before(form.onSubmit(() -> confirming.confirmed(byPassword, byProof)));
    }
}
