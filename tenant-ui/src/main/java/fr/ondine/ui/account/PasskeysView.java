package fr.ondine.ui.account;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Route;
import fr.ondine.platform.identity.CurrentUser;
import fr.ondine.platform.identity.OwnerAct;
import fr.ondine.platform.identity.Passkeys;
import fr.ondine.platform.passkeys.Passkey;
import fr.ondine.platform.passkeys.PasskeyAsked;
import fr.ondine.platform.tenancy.Tenants;
import fr.ondine.ui.security.SignedIn;
import fr.ondine.ui.shell.ActionLink;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Form;
import fr.ondine.ui.shell.Notice;
import fr.ondine.ui.shell.Page;
import fr.ondine.ui.shell.PasskeyList;
import fr.ondine.ui.shell.PasskeyPrompt;
import fr.ondine.ui.shell.PortalLayout;
import fr.ondine.ui.shell.Tone;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** The passkeys that open a person's account: another one, or one less, after the password or one of them. */
@Route(value = "mon-compte/cles-d-acces", layout = PortalLayout.class)
@RolesAllowed("SUBSCRIBER")
class PasskeysView extends Page {

    private final transient SignedIn signedIn;
    private final transient Passkeys passkeys;
    private final transient Confirmations confirmations;
    private final transient Tenants tenants;
    private final String host;
    private final Div told = new Div();

    PasskeysView(SignedIn signedIn, Passkeys passkeys, Confirmations confirmations, Tenants tenants) {
        super("account.passkeys.title");
        this.signedIn = signedIn;
        this.passkeys = passkeys;
        this.confirmations = confirmations;
        this.tenants = tenants;
        this.host = passkeys.hostOf(PasskeyPrompt.host());
        narrow();
        show();
    }

    private void show() {
        clear();
        var person = signedIn.user().userId();
        var known = passkeys.of(person);
        var byPasskey = confirmations.byPasskeyAlone();
        var content = column(told, new Card(new Paragraph(say("account.passkeys.what"))));
        if (!known.isEmpty()) {
            content.add(list(known, byPasskey));
        }
        content.add(byPasskey ? anotherByPasskey() : another());
        content.add(ActionLink.secondary("/mon-compte", say("account.back")).wide());
        add(content);
    }

    private Component list(List<Passkey> known, boolean byPasskey) {
        var zone = tenants.current().zone();
        return new Card(say("account.passkeys.yours"), new PasskeyList(known, host, zone, (passkey, place) -> {
            if (byPasskey) {
                removeByPasskey(passkey);
            } else {
                place.removeAll();
                place.add(removal(passkey));
                focus(place);
            }
        }));
    }

    private Component removal(Passkey passkey) {
        var confirming = confirmations.before(OwnerAct.CHANGE_PASSKEYS, null, CurrentPassword.field("remove-password"));
        var form = new Form(
                new Paragraph(say("account.passkeys.remove.what", passkey.name())),
                confirming.place(),
                Button.submit(say("account.passkeys.remove.send")).subdued().wide());
        return confirming.before(form.onSubmit(() -> confirming.confirmed(
                password -> removed(passkey, passkeys.remove(signedIn.user(), passkey.id(), password)),
                proof -> removed(passkey, passkeys.remove(signedIn.user(), passkey.id(), proof)))));
    }

    private void removeByPasskey(Passkey passkey) {
        var proof = passkeys.askOwner(signedIn.user(), host);
        PasskeyPrompt.show(
                proof,
                answer -> removed(passkey, passkeys.remove(signedIn.user(), passkey.id(), proof.question(), answer)),
                this::refused);
    }

    private void removed(Passkey passkey, CurrentUser goesOn) {
        signedIn.become(goesOn);
        tell(new Notice(
                Tone.GOOD, say("account.passkeys.removed", passkey.name()), say("account.passkeys.removed.next")));
        show();
    }

    private Component another() {
        var name = PasskeyPrompt.name();
        var confirming = confirmations.before(OwnerAct.CHANGE_PASSKEYS);
        var form = new Form(
                name,
                confirming.place(),
                Button.submit(say("account.passkeys.add")).wide());
        form.onSubmit(() -> confirming.confirmed(
                password -> make(passkeys.askForNew(signedIn.user(), password, host), name.value()),
                proof -> make(passkeys.askForNew(signedIn.user(), proof, host), name.value())));
        return new Card(
                say("account.passkeys.add.title"),
                new Paragraph(say("account.passkeys.add.how")),
                confirming.before(form));
    }

    /** Who has no password shows one that they have. */
    private Component anotherByPasskey() {
        var title = say("account.passkeys.add.title");
        var name = PasskeyPrompt.name();
        var form = new Form(name, Button.submit(say("account.passkeys.add")).wide()).onSubmit(() -> {
            var proof = passkeys.askOwner(signedIn.user(), host);
            PasskeyPrompt.show(
                    proof,
                    answer -> make(passkeys.askForNew(signedIn.user(), proof.question(), answer), name.value()),
                    this::refused);
        });
        return new Card(title, new Paragraph(say("account.passkeys.add.by-passkey")), form);
    }

    private void make(PasskeyAsked asked, String name) {
        PasskeyPrompt.make(
                asked,
                answer -> {
                    passkeys.add(signedIn.user(), asked.question(), answer, name);
                    tell(new Notice(
                            Tone.GOOD, say("account.passkeys.added", name), say("account.passkeys.added.next")));
                    show();
                },
                this::refused);
    }

    private void refused(String sentence) {
        tell(Notice.plain(Tone.WARN, sentence));
        focus(told);
    }

    private void tell(Notice notice) {
        told.removeAll();
        told.add(notice.announced());
    }
}
