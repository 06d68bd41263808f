package fr.ondine.ui.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.i18n.I18NProvider;
import fr.ondine.platform.passkeys.Passkey;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.BiConsumer;

/** A person's passkeys, each with the press that removes it, and a place below for what that asks. */
public final class PasskeyList extends Div {

    private final String host;
    private final transient ZoneId zone;

    public PasskeyList(List<Passkey> known, String host, ZoneId zone, BiConsumer<Passkey, Div> removing) {
        this.host = host;
        this.zone = zone;
        addClassName("devices");
        var list = new UnorderedList();
        known.forEach(passkey -> list.add(new ListItem(row(passkey, removing))));
        add(list);
    }

    private Div row(Passkey passkey, BiConsumer<Passkey, Div> removing) {
        var name = new Span(passkey.name());
        name.addClassName("strong");
        var used = passkey.lastUsedAt() == null
                ? say("account.passkeys.never", day(passkey.addedAt()))
                : say("account.passkeys.used", day(passkey.addedAt()), day(passkey.lastUsedAt()));
        var facts = new Div(name, soft(used));
        facts.addClassName("device");
        if (!passkey.host().equals(host)) {
            facts.addComponentAsFirst(new Pill(Tone.WARN, say("account.passkeys.elsewhere")));
            facts.add(soft(say("account.passkeys.elsewhere.why", passkey.host())));
        }
        var place = new Div();
        var remove = Button.link(say("account.passkeys.remove")).onPress(() -> removing.accept(passkey, place));
        remove.getElement().setAttribute("aria-label", say("account.passkeys.remove.which", passkey.name()));
        var row = new Div(facts, remove);
        row.addClassNames("row", "spread");
        return new Div(row, place);
    }

    private String day(Instant moment) {
        return Written.date(LocalDate.ofInstant(moment, zone));
    }

    private static Span soft(String text) {
        var soft = new Span(text);
        soft.addClassNames("soft", "small");
        return soft;
    }

    private static String say(String key, Object... values) {
        return I18NProvider.translate(key, values);
    }
}
