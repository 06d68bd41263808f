package fr.ondine.ui.account;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.i18n.I18NProvider;
import fr.ondine.platform.identity.Sessions;
import fr.ondine.platform.identity.SignedInDevice;
import fr.ondine.ui.security.SignedIn;
import fr.ondine.ui.session.SessionSettings;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Notice;
import fr.ondine.ui.shell.Pill;
import fr.ondine.ui.shell.Tone;
import fr.ondine.ui.shell.Written;
import java.time.Duration;
import java.time.ZoneId;

/** Where a person is signed in, and the end of it: of one device, of all others, of all. */
final class DevicesCard extends Card {

    private final transient SignedIn signedIn;
    private final transient Sessions sessions;
    private final transient Duration idle;
    private final transient ZoneId zone;
    private final Div told = new Div();
    private final Div listed = new Div();

    DevicesCard(SignedIn signedIn, Sessions sessions, SessionSettings settings, ZoneId zone) {
        super(say("account.devices"));
        this.signedIn = signedIn;
        this.sessions = sessions;
        this.idle = settings.idle();
        this.zone = zone;
        listed.addClassName("devices");
        add(new Paragraph(say("account.devices.why")), told, listed);
        show();
    }

    private void show() {
        listed.removeAll();
        var devices = sessions.of(signedIn.user(), idle);
        var list = new UnorderedList();
        devices.forEach(device -> list.add(new ListItem(row(device))));
        listed.add(list);
        if (devices.stream().anyMatch(device -> !device.current())) {
            listed.add(Button.secondary(say("account.devices.others")).wide().onPress(this::endOthers));
        }
        listed.add(Button.secondary(say("account.devices.end")).wide().onPress(this::endAll));
    }

    private Div row(SignedInDevice device) {
        var name = new Span(name(device));
        name.addClassName("strong");
        var used = new Span(say("account.devices.used", Written.here().moment(device.lastUsed(), zone)));
        used.addClassNames("soft", "small");
        var facts = new Div(name, used);
        facts.addClassName("device");
        if (device.current()) {
            facts.addComponentAsFirst(new Pill(Tone.GOOD, say("account.devices.this")));
        }
        var row = new Div(facts);
        row.addClassNames("row", "spread");
        if (!device.current()) {
            var end = Button.link(say("account.devices.one")).onPress(() -> end(device));
            end.getElement().setAttribute("aria-label", say("account.devices.one.which", name(device), used.getText()));
            row.add(end);
        }
        return row;
    }

    private void end(SignedInDevice device) {
        sessions.end(signedIn.user().userId(), device.id());
        tell(say("account.devices.one.done", name(device)));
    }

    private void endOthers() {
        signedIn.remain(sessions.endOthers(signedIn.user()));
        tell(say("account.devices.others.done"));
    }

    private void endAll() {
        sessions.endAll(signedIn.user().userId());
        signedIn.signOut();
    }

    private void tell(String what) {
        show();
        told.removeAll();
        told.add(Notice.plain(Tone.GOOD, what).announced());
    }

    private static String name(SignedInDevice device) {
        var browser = device.browser();
        return browser.isKnown()
                ? say("account.devices.name", browser.name(), browser.system())
                : say("account.devices.unknown");
    }

    private static String say(String key, Object... values) {
        return I18NProvider.translate(key, values);
    }
}
