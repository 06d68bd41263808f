package fr.ondine.ui.identity;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fr.ondine.platform.identity.Profiles;
import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.kernel.RawToken;
import fr.ondine.ui.security.SignedIn;
import fr.ondine.ui.shell.ActionLink;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Form;
import fr.ondine.ui.shell.Notice;
import fr.ondine.ui.shell.PublicLayout;
import fr.ondine.ui.shell.TextField;
import fr.ondine.ui.shell.Tone;

/** Confirms an account's new address, by the link that was mailed to it and by whose account it is. */
@Route(value = "nouvelle-adresse", layout = PublicLayout.class)
@AnonymousAllowed
class NewAddressView extends LinkPage {

    private final transient Profiles profiles;
    private final transient SignedIn signedIn;

    NewAddressView(Profiles profiles, SignedIn signedIn) {
        super("identity.new-address.title");
        this.profiles = profiles;
        this.signedIn = signedIn;
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
        var what = new Paragraph(say("identity.new-address.account", address.value()));
        if (signedIn.isAnybody() && profiles.isOwn(signedIn.user(), link)) {
            var form = new Form(submit());
            fill(what, form.onSubmit(() -> tell(profiles.confirmEmailChange(link, signedIn.user()))));
        } else if (profiles.asksPassword(link)) {
            fill(what, byPassword(link));
        } else {
            fill(
                    what,
                    new Paragraph(say("identity.new-address.sign-in")),
                    ActionLink.primary("/connexion", say("identity.sign-in.send"))
                            .loaded()
                            .wide());
        }
    }

    private Form byPassword(RawToken link) {
        var password = TextField.password("password", say("identity.new-address.password"), "current-password")
                .help(say("identity.new-address.password.why"))
                .required()
                .explains("identity.wrong-password");
        return new Form(password, submit()).onSubmit(() -> tell(profiles.confirmEmailChange(link, password.value())));
    }

    private Button submit() {
        return Button.submit(say("identity.new-address.send")).wide();
    }

    private void tell(EmailAddress address) {
        fill(
                new Notice(
                                Tone.GOOD,
                                say("identity.new-address.done"),
                                say("identity.new-address.done.next", address.value()))
                        .announced(),
                ActionLink.primary("/connexion", say("identity.sign-in.send"))
                        .loaded()
                        .wide());
    }
}
