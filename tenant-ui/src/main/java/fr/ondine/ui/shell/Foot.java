package fr.ondine.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.RouteConfiguration;
import fr.ondine.tenantconfig.Contact;
import fr.ondine.tenantconfig.Contact.Phone;

/** The foot of every page: who to call, and the pages that the law asks for. */
final class Foot extends Footer {

    Foot(Contact contact) {
        addClassName("foot");
        var inside = new Div(calls(contact), pages());
        inside.addClassName("inside");
        add(inside);
    }

    private Component calls(Contact contact) {
        var who = new Div();
        who.add(call(getTranslation("shell.question"), contact.mainPhone(), String.join(", ", contact.openingHours())));
        if (contact.emergency() != null) {
            who.add(call(getTranslation("shell.emergency"), contact.emergency(), ""));
        }
        return who;
    }

    private static Paragraph call(String why, Phone phone, String when) {
        var number = new Anchor(phone.number().link(), phone.number().toString());
        number.addClassName("number");
        var line = new Paragraph(why + " ");
        line.add(number);
        if (!when.isEmpty()) {
            line.add(", " + when);
        }
        return line;
    }

    private Component pages() {
        var list = new UnorderedList();
        for (var path : new String[] {"contact", "mentions-legales", "accessibilite"}) {
            if (RouteConfiguration.forApplicationScope().getRoute(path).isPresent()) {
                list.add(new ListItem(new Anchor("/" + path, getTranslation("shell.foot." + path))));
            }
        }
        return list;
    }
}
