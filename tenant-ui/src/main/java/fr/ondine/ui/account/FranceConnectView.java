package fr.ondine.ui.account;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import fr.ondine.platform.identity.FranceConnectAccounts;
import fr.ondine.platform.identity.ProvenIdentity;
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
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Links an account to FranceConnect, and gives up one of the two ways in, never the last one. */
@Route(value = "mon-compte/franceconnect", layout = PortalLayout.class)
@RolesAllowed("SUBSCRIBER")
class FranceConnectView extends Page implements BeforeEnterObserver {

    private final transient SignedIn signedIn;
    private final transient FranceConnectAccounts accounts;
    private final transient FranceConnectClient client;
    private final transient OfficialButton pictures;
    private final transient Tenants tenants;

    FranceConnectView(
            SignedIn signedIn,
            FranceConnectAccounts accounts,
            FranceConnectClient client,
            OfficialButton pictures,
            Tenants tenants) {
        super("account.franceconnect.title");
        this.signedIn = signedIn;
        this.accounts = accounts;
        this.client = client;
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
            content.add(linked(ways.franceConnect().get(), ways.password()));
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

    /** The open session may be somebody else's: only its owner knows the password. */
    private Component question(ProvenIdentity coming) {
        var name = coming.name().full();
        var card = new Card(new Paragraph(say("account.franceconnect.question", name)));
        card.add(asking("account.franceconnect.link", Button::wide, password -> {
            if (ComingIdentity.find().filter(coming::equals).isEmpty()) {
                show(new Notice(
                        Tone.WARN, say("account.franceconnect.too-late"), say("account.franceconnect.too-late.next")));
                return;
            }
            accounts.link(signedIn.user(), coming, password);
            signedIn.linked();
            show(new Notice(Tone.GOOD, say("account.franceconnect.done"), say("account.franceconnect.done.next")));
        }));
        card.add(Button.link(say("account.franceconnect.refuse")).onPress(() -> {
            ComingIdentity.forget();
            show(null);
        }));
        return card;
    }

    private Component linked(Instant since, boolean hasPassword) {
        var day = Written.date(LocalDate.ofInstant(since, tenants.current().zone()));
        var card = new Card(new Paragraph(say("account.franceconnect.since", day)));
        if (!hasPassword) {
            card.add(
                    new Paragraph(say("account.franceconnect.only")),
                    ActionLink.secondary("/mon-compte/mot-de-passe", say("account.password.first.title")));
            return card;
        }
        var content = column(
                card,
                new Card(
                        say("account.franceconnect.unlink.title"),
                        new Paragraph(say("account.franceconnect.unlink.what")),
                        asking("account.franceconnect.unlink", Button::subdued, password -> {
                            signedIn.become(accounts.unlink(signedIn.user(), password));
                            show(Notice.plain(Tone.GOOD, say("account.franceconnect.unlinked")));
                        })));
        if (client.isOffered()) {
            content.add(new Card(
                    say("account.franceconnect.no-password.title"),
                    new Paragraph(say("account.franceconnect.no-password.what")),
                    asking("account.franceconnect.no-password", Button::subdued, password -> {
                        signedIn.become(accounts.removePassword(signedIn.user(), password));
                        show(Notice.plain(Tone.GOOD, say("account.franceconnect.no-password.done")));
                    })));
        }
        return content;
    }

    private Form asking(String key, UnaryOperator<Button> weight, Consumer<String> action) {
        var password = CurrentPassword.field(key.substring(key.lastIndexOf('.') + 1) + "-password");
        return new Form(password, weight.apply(Button.submit(say(key))).wide())
                .onSubmit(() -> action.accept(password.value()));
    }
}
