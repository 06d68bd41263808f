package fr.ondine.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import fr.ondine.platform.tenancy.Realm;
import fr.ondine.platform.tenancy.Tenants;
import fr.ondine.tenantconfig.TenantConfig;
import java.util.Optional;

/** Who speaks on a page, at its top and at its foot: the bound utility, or Ondine to its operators. */
record Letterhead(Component brand, Optional<Footer> foot) {

    private static final int WIDEST = 176;
    private static final int HIGHEST = 44;

    static Letterhead current(Tenants tenants, Branding branding) {
        return Realm.isConsole() ? ondine() : utility(tenants, branding);
    }

    static Letterhead ondine() {
        return new Letterhead(
                brand("/console", new Image(Portal.CONSOLE_ICON, ""), "Ondine", "Console des exploitants"),
                Optional.empty());
    }

    private static Letterhead utility(Tenants tenants, Branding branding) {
        var utility = tenants.current();
        return new Letterhead(
                brand("/", picture(utility, branding), utility.name(), utility.slogan()),
                Optional.of(new Foot(utility)));
    }

    private static Image picture(TenantConfig utility, Branding branding) {
        var logo = utility.brand().logo();
        return logo == null
                ? new Image(branding.of(utility).path("svg"), "")
                : new LogoPicture(logo.within(WIDEST, HIGHEST));
    }

    private static Component brand(String home, Image picture, String who, String slogan) {
        var name = new Span();
        name.getElement().appendChild(new Element("b").setText(who));
        name.add(new Span(Written.typeset(slogan)));
        name.addClassName("who");
        var brand = new Anchor(home, picture, name);
        brand.addClassName("brand");
        return brand;
    }
}
