package fr.ondine.ui.welcome;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import fr.ondine.tenantconfig.Contact;
import fr.ondine.tenantconfig.Contact.Phone;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Definitions;

/** How to reach the utility: numbers to call, hours, addresses. */
class ContactCard extends Card {

    ContactCard(Contact contact) {
        super(contact.serviceName());
        var ways = new Definitions();
        if (contact.emergency() != null) {
            ways.with(contact.emergency().label(), number(contact.emergency()));
        }
        contact.phones().forEach(phone -> ways.with(phone.label(), number(phone)));
        ways.with(getTranslation("welcome.contact.hours"), String.join("\n", contact.openingHours()));
        ways.with(getTranslation("welcome.contact.email"), new Anchor("mailto:" + contact.email(), contact.email()));
        ways.with(getTranslation("welcome.contact.address"), String.join("\n", contact.postalAddress()));
        ways.with(getTranslation("welcome.contact.website"), site(contact));
        add(ways);
    }

    private static Span number(Phone phone) {
        var number = new Anchor(phone.number().link(), phone.number().toString());
        number.addClassName("number");
        var line = new Span(number);
        if (phone.note() != null) {
            var note = new Span(" (" + phone.note() + ")");
            note.addClassNames("soft", "small");
            line.add(note);
        }
        return line;
    }

    private static Anchor site(Contact contact) {
        var site = new Anchor(contact.website().toString(), contact.website().getHost());
        site.getElement().setAttribute("rel", "noreferrer");
        return site;
    }
}
