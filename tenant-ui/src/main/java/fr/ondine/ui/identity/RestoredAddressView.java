package fr.ondine.ui.identity;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fr.ondine.platform.identity.Profiles;
import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.kernel.RawToken;
import fr.ondine.ui.shell.ActionLink;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Form;
import fr.ondine.ui.shell.Notice;
import fr.ondine.ui.shell.PublicLayout;
import fr.ondine.ui.shell.Tone;

/** Brings an account's old address back when its owner did not ask for the new one. */
@Route(value = "adresse-retablie", layout = PublicLayout.class)
@AnonymousAllowed
class RestoredAddressView extends LinkPage {

    private final transient Profiles profiles;

    RestoredAddressView(Profiles profiles) {
        super("identity.old-address.title");
        this.profiles = profiles;
    }

    @Override
    void show(RawToken link) {
        profiles.addressToRestore(link).ifPresentOrElse(address -> ask(link, address), () -> dead(callUs()));
    }

    private Component callUs() {
        return new Card(
                new Paragraph(say("identity.old-address.late")),
                ActionLink.primary("/connexion", say("identity.forgotten.back")).wide());
    }

    private void ask(RawToken link, EmailAddress address) {
        var form = new Form(Button.submit(say("identity.old-address.send")).wide());
        form.onSubmit(() -> {
            profiles.undoEmailChange(link);
            fill(new Notice(
                            Tone.GOOD,
                            say("identity.old-address.done"),
                            say("identity.old-address.done.next", address.value()))
                    .announced());
        });
        fill(new Paragraph(say("identity.old-address.account", address.value())), form);
    }
}
