package fr.ondine.ui.staff;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.router.AfterNavigationEvent;
import fr.ondine.platform.staff.StaffPermission;
import fr.ondine.platform.staff.StaffProof;
import fr.ondine.platform.tenancy.Tenants;
import fr.ondine.ui.security.SignedInStaff;
import fr.ondine.ui.shell.Branding;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Frame;
import jakarta.annotation.security.RolesAllowed;
import java.util.LinkedHashMap;
import java.util.Map;

/** The frame of the pages of those who work at a utility: what each of them may open, and who is signed in. */
@RolesAllowed("LOOK")
public class StaffLayout extends Frame {

    private final Map<String, Anchor> links;

    @org.springframework.beans.factory.annotation.Autowired
    StaffLayout(Tenants tenants, Branding branding, SignedInStaff signedIn, StaffProof proof) {
        this(tenants, branding, signedIn, new LinkedHashMap<>());
        new AskedProof(proof, signedIn).standBy(UI.getCurrentOrThrow());
    }

    private StaffLayout(Tenants tenants, Branding branding, SignedInStaff signedIn, Map<String, Anchor> links) {
        super(tenants, branding, "staff", new SearchBox(), menu(tenants, signedIn, links));
        this.links = links;
    }

    @Override
    public void afterNavigation(AfterNavigationEvent arrival) {
        super.afterNavigation(arrival);
        links.forEach((path, link) -> {
            link.getElement().removeAttribute("aria-current");
            if (isIn(path, arrival.getLocation().getPath())) {
                link.getElement().setAttribute("aria-current", "page");
            }
        });
    }

    private static boolean isIn(String path, String current) {
        return current.equals(path) || !path.equals("gestion") && current.startsWith(path + "/");
    }

    private static void put(Map<String, Anchor> links, String place, String what, boolean isOpen) {
        if (isOpen) {
            links.put(place, link(place, "staff.menu." + what));
        }
    }

    private static Component menu(Tenants tenants, SignedInStaff signedIn, Map<String, Anchor> links) {
        var who = signedIn.get();
        var seesBilling = who.may(StaffPermission.LOOK_AT_BILLING);
        put(links, "gestion", "home", true);
        put(links, "gestion/factures", "invoices", true);
        put(links, "gestion/facturation", "billing", seesBilling);
        put(links, "gestion/releves", "readings", true);
        put(links, "gestion/fuites", "leaks", true);
        put(links, "gestion/tarifs", "tariffs", true);
        put(links, "gestion/mensualisations", "plans", tenants.current().instalments() != null);
        put(links, "gestion/relances", "reminders", seesBilling);
        put(links, "gestion/demandes", "claims", who.may(StaffPermission.SERVE));
        put(links, "gestion/courriers", "mails", true);
        put(links, "gestion/configuration", "configuration", who.may(StaffPermission.CONFIGURE));
        put(links, "gestion/equipe", "team", who.may(StaffPermission.MANAGE_STAFF));
        put(links, "gestion/programmes", "programs", who.may(StaffPermission.CONFIGURE));
        put(links, "gestion/journal", "journal", who.may(StaffPermission.READ_AUDIT));
        put(links, "gestion/conservation", "retention", who.may(StaffPermission.CONFIGURE));
        put(links, "gestion/mon-compte", "account", true);
        var nav = new Nav();
        nav.addClassName("places");
        nav.getElement().setAttribute("aria-label", text("shell.menu"));
        links.values().forEach(nav::add);
        var menu = new Div(
                nav, Button.secondary(text("staff.menu.sign-out")).little().onPress(signedIn::signOut));
        menu.addClassName("menu");
        return menu;
    }

    private static Anchor link(String path, String key) {
        return new Anchor("/" + path, text(key));
    }

    private static String text(String key) {
        return I18NProvider.translate(key);
    }
}
