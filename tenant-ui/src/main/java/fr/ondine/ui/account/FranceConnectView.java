package fr.ondine.ui.account;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import fr.ondine.platform.identity.FranceConnectAccounts;
import fr.ondine.platform.identity.ProvenIdentity;
import fr.ondine.platform.identity.franceconnect.FranceConnectClient;
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
import org.jspecify.annotations.Nullable;

/** Links an account to FranceConnect, and gives up one of the two ways in, never the last one. */
@Route(value = "mon-compte/franceconnect", layout = PortalLayout.class)
@RolesAllowed("SUBSCRIBER")
class FranceConnectView extends Page implements BeforeEnterObserver {

    private final transient SignedIn signedIn;
    private final transient FranceConnectAccounts accounts;
    private final transient FranceConnectClient client;
    private final transient Tenants tenants;

    FranceConnectView(SignedIn signedIn, FranceConnectAccounts accounts, FranceConnectClient client, Tenants tenants) {
        super("account.franceconnect.title");
        this.signedIn = signedIn;
        this.accounts = accounts;
        this.client = client;
        this.tenants = tenants;
        narrow();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent arrival) {
        var failed = arrival.getLocation().getQueryParameters().getParameters().containsKey("echec");
        show(
                failed
                        ? new Notice(
                                Tone.WARN,
                                say("account.franceconnect.failed"),
                                say("account.franceconnect.failed.next"))
                        : null);
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
                        ? new FranceConnectButton()
                        : new Paragraph(say("account.franceconnect.not-offered")));
        return card;
    }

    /** The open session may be somebody else's: only its owner knows the password. */
    private Component question(ProvenIdentity coming) {
        var name = coming.name().full();
        var card = new Card(new Paragraph(say("account.franceconnect.question", name)));
        card.add(asking("account.franceconnect.link", password -> {
            accounts.link(signedIn.user(), coming, password);
            ComingIdentity.forget();
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
            card.add(new Paragraph(say("account.franceconnect.only")), new ChoosePassword());
            return card;
        }
        return column(
                card,
                new Card(
                        say("account.franceconnect.unlink.title"),
                        new Paragraph(say("account.franceconnect.unlink.what")),
                        asking("account.franceconnect.unlink", password -> {
                            signedIn.become(accounts.unlink(signedIn.user(), password));
                            show(Notice.plain(Tone.GOOD, say("account.franceconnect.unlinked")));
                        })),
                new Card(
                        say("account.franceconnect.no-password.title"),
                        new Paragraph(say("account.franceconnect.no-password.what")),
                        asking("account.franceconnect.no-password", password -> {
                            signedIn.become(accounts.removePassword(signedIn.user(), password));
                            show(Notice.plain(Tone.GOOD, say("account.franceconnect.no-password.done")));
                        })));
    }

    private Form asking(String key, Consumer<String> action) {
        var password = CurrentPassword.field(key.substring(key.lastIndexOf('.') + 1) + "-password");
        return new Form(password, Button.submit(say(key)).subdued().wide())
                .onSubmit(() -> action.accept(password.value()));
    }
}
