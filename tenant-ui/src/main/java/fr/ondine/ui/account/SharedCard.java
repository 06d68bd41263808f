package fr.ondine.ui.account;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.i18n.I18NProvider;
import fr.ondine.platform.customers.Delegation;
import fr.ondine.platform.customers.Delegations;
import fr.ondine.platform.identity.UserId;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Notice;
import fr.ondine.ui.shell.Tone;

/** The contracts that others let the person see, who may give each up. */
final class SharedCard extends Card {

    private final transient Delegations delegations;
    private final transient UserId user;
    private final Div listed = new Div();

    SharedCard(Delegations delegations, UserId user) {
        super(say("account.shared"));
        this.delegations = delegations;
        this.user = user;
        listed.addClassName("devices");
        add(new Paragraph(say("account.shared.what")), listed);
        show();
    }

    private void show() {
        listed.removeAll();
        var known = delegations.to(user);
        if (known.isEmpty()) {
            listed.add(new Paragraph(say("account.shared.none")));
            return;
        }
        var list = new UnorderedList();
        known.forEach(one -> list.add(new ListItem(row(one))));
        listed.add(list);
    }

    private Div row(Delegation one) {
        var end = Button.link(say("account.shared.end")).onPress(() -> {
            delegations.end(user, one.id());
            show();
            listed.addComponentAsFirst(Notice.plain(Tone.GOOD, say("account.shared.ended", one.number()))
                    .announced());
        });
        end.getElement().setAttribute("aria-label", say("account.shared.end.which", one.number()));
        var row = new Div(new Div(say("account.shared.one", one.number(), one.other(), one.until())), end);
        row.addClassNames("row", "spread");
        return row;
    }

    private static String say(String key, Object... values) {
        return I18NProvider.translate(key, values);
    }
}
