package fr.ondine.ui.staff;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import fr.ondine.platform.staff.StaffPermission;
import fr.ondine.platform.tenancy.Tenants;
import fr.ondine.ui.security.SignedInStaff;
import fr.ondine.ui.shell.Button;
import java.util.LinkedHashMap;
import java.util.Map;

/** The pages that one of the staff may open, and the way out: across the top, or behind a button on a phone. */
final class StaffMenu extends Div {

    private final Map<String, Anchor> links = new LinkedHashMap<>();
    private final Button opener =
            Button.secondary(getTranslation("staff.menu.open")).little();

    StaffMenu(Tenants tenants, SignedInStaff signedIn) {
        addPlaces(tenants, signedIn);
        var places = new Nav();
        places.setId("rubriques");
        places.addClassName("places");
        places.getElement().setAttribute("aria-label", getTranslation("shell.menu"));
        links.values().forEach(places::add);
        opener.addClassName("opener");
        opener.getElement().setAttribute("aria-controls", "rubriques");
        opener.onPress(() -> show(!getClassNames().contains("open")));
        addClassName("menu");
        add(
                opener,
                places,
                Button.secondary(getTranslation("staff.menu.sign-out")).little().onPress(signedIn::signOut));
        show(false);
    }

    private void addPlaces(Tenants tenants, SignedInStaff signedIn) {
        var who = signedIn.get();
        var seesBilling = who.may(StaffPermission.LOOK_AT_BILLING);
        put("gestion", "home", true);
        put("gestion/factures", "invoices", true);
        put("gestion/facturation", "billing", seesBilling);
        put("gestion/releves", "readings", true);
        put("gestion/fuites", "leaks", true);
        put("gestion/tarifs", "tariffs", true);
        put("gestion/mensualisations", "plans", tenants.current().instalments() != null);
        put("gestion/relances", "reminders", seesBilling);
        put("gestion/demandes", "claims", who.may(StaffPermission.SERVE));
        put("gestion/courriers", "mails", true);
        put("gestion/configuration", "configuration", who.may(StaffPermission.CONFIGURE));
        put("gestion/equipe", "team", who.may(StaffPermission.MANAGE_STAFF));
        put("gestion/programmes", "programs", who.may(StaffPermission.CONFIGURE));
        put("gestion/journal", "journal", who.may(StaffPermission.READ_AUDIT));
        put("gestion/conservation", "retention", who.may(StaffPermission.CONFIGURE));
        put("gestion/mon-compte", "account", true);
    }

    private void put(String place, String what, boolean isOpen) {
        if (isOpen) {
            links.put(place, new Anchor("/" + place, getTranslation("staff.menu." + what)));
        }
    }

    void arrivedAt(String current) {
        show(false);
        links.forEach((place, link) -> {
            link.getElement().removeAttribute("aria-current");
            if (isIn(place, current)) {
                link.getElement().setAttribute("aria-current", "page");
            }
        });
    }

    private static boolean isIn(String place, String current) {
        return current.equals(place) || !place.equals("gestion") && current.startsWith(place + "/");
    }

    private void show(boolean isOpen) {
        setClassName("open", isOpen);
        opener.getElement().setAttribute("aria-expanded", String.valueOf(isOpen));
    }
}
