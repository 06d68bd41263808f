package fr.ondine.ui.welcome;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import fr.ondine.tenantconfig.Contact;
import fr.ondine.tenantconfig.Contact.Phone;
import fr.ondine.tenantconfig.Feature;
import fr.ondine.tenantconfig.TenantConfig;
import fr.ondine.ui.shell.ActionLink;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Definitions;

/** How to reach the utility: numbers to call, hours, addresses. */
class ContactCard extends Card {

    ContactCard(TenantConfig utility) {
        super(utility.contact().serviceName());
        add(ways(utility.contact()));
    }

    /** The card with the way to the contact form, where the utility has one. */
    static ContactCard withForm(TenantConfig utility) {
        var card = new ContactCard(utility);
        if (utility.offers(Feature.CONTACT_FORM)) {
            var form = ActionLink.secondary("/contact", utility.words().contactTitle())
                    .wide();
            form.addClassName("after");
            card.add(form);
        }
        return card;
    }

    private Definitions ways(Contact contact) {
        var ways = new Definitions();
        if (contact.emergency() != null) {
            ways.with(contact.emergency().label(), number(contact.emergency()));
        }
        contact.phones().forEach(phone -> ways.with(phone.label(), number(phone)));
        return ways.with(getTranslation("welcome.contact.hours"), String.join("\n", contact.openingHours()))
                .with(
                        getTranslation("welcome.contact.email"),
                        new Anchor("mailto:" + contact.email(), Definitions.written(contact.email())))
                .with(getTranslation("welcome.contact.address"), String.join("\n", contact.postalAddress()))
                .with(getTranslation("welcome.contact.website"), site(contact));
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
