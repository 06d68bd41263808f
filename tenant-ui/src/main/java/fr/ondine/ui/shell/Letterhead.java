package fr.ondine.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import fr.ondine.platform.tenancy.Realm;
import fr.ondine.platform.tenancy.Tenants;
import java.util.Optional;

/** Who speaks on a page, at its top and at its foot: the bound utility, or Ondine to its operators. */
record Letterhead(Component brand, Optional<Footer> foot) {

    static Letterhead current(Tenants tenants, Branding branding) {
        return Realm.isConsole() ? ondine() : utility(tenants, branding);
    }

    static Letterhead ondine() {
        return new Letterhead(
                brand("/console", Portal.CONSOLE_ICON, "Ondine", "Console des exploitants"), Optional.empty());
    }

    private static Letterhead utility(Tenants tenants, Branding branding) {
        var utility = tenants.current();
        var mark = branding.of(utility).path("svg");
        return new Letterhead(brand("/", mark, utility.name(), utility.slogan()), Optional.of(new Foot(utility)));
    }

    private static Component brand(String home, String icon, String who, String slogan) {
        var name = new Span();
        name.getElement().appendChild(new Element("b").setText(who));
        name.add(new Span(Written.typeset(slogan)));
        name.addClassName("who");
        var brand = new Anchor(home, new Image(icon, ""), name);
        brand.addClassName("brand");
        return brand;
    }
}
