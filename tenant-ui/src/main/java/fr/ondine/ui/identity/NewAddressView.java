package fr.ondine.ui.identity;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fr.ondine.platform.identity.Profiles;
import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.kernel.RawToken;
import fr.ondine.ui.shell.ActionLink;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Form;
import fr.ondine.ui.shell.Notice;
import fr.ondine.ui.shell.PublicLayout;
import fr.ondine.ui.shell.Tone;

/** Confirms an account's new address, by the link that was mailed to it. */
@Route(value = "nouvelle-adresse", layout = PublicLayout.class)
@AnonymousAllowed
class NewAddressView extends LinkPage {

    private final transient Profiles profiles;

    NewAddressView(Profiles profiles) {
        super("identity.new-address.title");
        this.profiles = profiles;
    }

    @Override
    void show(RawToken link) {
        profiles.addressToConfirm(link)
                .ifPresentOrElse(
                        address -> ask(link, address),
                        () -> dead(ActionLink.primary("/mon-compte", say("identity.new-address.again"))
                                .wide()));
    }

    private void ask(RawToken link, EmailAddress address) {
        var form = new Form(Button.submit(say("identity.new-address.send")).wide());
        form.onSubmit(() -> {
            profiles.confirmEmailChange(link);
            fill(
                    new Notice(
                                    Tone.GOOD,
                                    say("identity.new-address.done"),
                                    say("identity.new-address.done.next", address.value()))
                            .announced(),
                    ActionLink.primary("/connexion", say("identity.sign-in.send"))
                            .loaded()
                            .wide());
        });
        fill(new Paragraph(say("identity.new-address.account", address.value())), form);
    }
}
