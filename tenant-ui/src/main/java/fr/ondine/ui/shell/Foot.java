package fr.ondine.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import fr.ondine.tenantconfig.Contact;
import fr.ondine.tenantconfig.Contact.Phone;
import fr.ondine.tenantconfig.Feature;
import fr.ondine.tenantconfig.TenantConfig;
import java.util.Locale;

/** The foot of every page: who to call, and the pages that the law asks for. */
final class Foot extends Footer {

    Foot(TenantConfig utility) {
        addClassName("foot");
        var inside = new Div(calls(utility.contact()), pages(utility));
        inside.addClassName("inside");
        add(inside);
    }

    private Component calls(Contact contact) {
        var who = new Div();
        who.add(call(getTranslation("shell.question"), contact.mainPhone()));
        contact.openingHours().forEach(hours -> who.add(new Paragraph(hours)));
        if (contact.emergency() != null) {
            who.add(call(getTranslation("shell.emergency"), contact.emergency()));
        }
        return who;
    }

    private static Paragraph call(String why, Phone phone) {
        var number = new Anchor(phone.number().link(), phone.number().toString());
        number.addClassName("number");
        var line = new Paragraph(why + " ");
        line.add(number);
        return line;
    }

    private Component pages(TenantConfig utility) {
        var list = new UnorderedList();
        if (utility.offers(Feature.CONTACT_FORM)) {
            link(list, "contact", utility.words().contactTitle());
        }
        link(list, "mentions-legales", getTranslation("shell.foot.legal"));
        link(list, "accessibilite", getTranslation("shell.foot.accessibility." + status(utility)));
        return list;
    }

    private static String status(TenantConfig utility) {
        return utility.accessibility().status().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static void link(UnorderedList list, String path, String text) {
        if (Routes.exist(path)) {
            list.add(new ListItem(new Anchor("/" + path, text)));
        }
    }
}
