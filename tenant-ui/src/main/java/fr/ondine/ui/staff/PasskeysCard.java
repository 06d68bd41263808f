package fr.ondine.ui.staff;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.I18NProvider;
import fr.ondine.platform.passkeys.Passkey;
import fr.ondine.platform.staff.StaffPasskeys;
import fr.ondine.ui.security.SignedInStaff;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Form;
import fr.ondine.ui.shell.Notice;
import fr.ondine.ui.shell.Page;
import fr.ondine.ui.shell.PasskeyList;
import fr.ondine.ui.shell.PasskeyPrompt;
import fr.ondine.ui.shell.TextField;
import fr.ondine.ui.shell.Tone;
import java.time.ZoneId;

/** The passkeys that stand for a code: another one, or one less, after the password. */
final class PasskeysCard extends Card {

    private final transient StaffPasskeys passkeys;
    private final transient SignedInStaff signedIn;
    private final transient ZoneId zone;
    private final String host;
    private final Div told = new Div();
    private final Div content = new Div();

    PasskeysCard(StaffPasskeys passkeys, SignedInStaff signedIn, ZoneId zone) {
        super(say("staff.passkeys"));
        this.passkeys = passkeys;
        this.signedIn = signedIn;
        this.zone = zone;
        this.host = passkeys.hostOf(PasskeyPrompt.host());
        content.addClassName("column");
        add(new Paragraph(say("staff.passkeys.what")), told, content);
        show();
    }

    private void show() {
        content.removeAll();
        var known = passkeys.of(signedIn.get());
        if (!known.isEmpty()) {
            content.add(new PasskeyList(known, host, zone, this::askToRemove));
        }
        content.add(Button.secondary(say("account.passkeys.add")).onPress(this::askToAdd));
    }

    private void askToAdd() {
        var name = PasskeyPrompt.name();
        var password = password("password-for-passkey");
        content.removeAll();
        content.add(new Form(
                        name,
                        password,
                        Button.submit(say("account.passkeys.add")).subdued())
                .onSubmit(() -> {
                    var asked = passkeys.askForNew(signedIn.get(), password.value(), host);
                    PasskeyPrompt.make(
                            asked,
                            answer -> {
                                passkeys.add(signedIn.get(), asked.question(), answer, name.value());
                                tell(Tone.GOOD, say("account.passkeys.added", name.value()));
                                show();
                            },
                            sentence -> tell(Tone.WARN, sentence));
                }));
        Page.focus(content);
    }

    private void askToRemove(Passkey passkey, Div place) {
        var password = password("password-to-remove");
        place.removeAll();
        place.add(new Form(
                        new Paragraph(say("staff.passkeys.remove.what", passkey.name())),
                        password,
                        Button.submit(say("account.passkeys.remove.send")).subdued())
                .onSubmit(() -> {
                    signedIn.become(passkeys.remove(signedIn.get(), passkey.id(), password.value()));
                    tell(Tone.GOOD, say("staff.passkeys.removed", passkey.name()));
                    show();
                }));
        Page.focus(place);
    }

    private void tell(Tone tone, String sentence) {
        told.removeAll();
        told.add(Notice.plain(tone, sentence).announced());
    }

    private static TextField password(String name) {
        return TextField.password(name, say("console.password.current"), "current-password")
                .required()
                .explains("factors.password-wrong");
    }

    private static String say(String key, Object... values) {
        return I18NProvider.translate(key, values);
    }
}
