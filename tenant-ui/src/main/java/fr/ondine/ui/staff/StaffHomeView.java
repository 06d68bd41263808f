package fr.ondine.ui.staff;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Route;
import fr.ondine.platform.staff.StaffRole;
import fr.ondine.ui.security.SignedInStaff;
import fr.ondine.ui.shell.ActionLink;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Page;
import jakarta.annotation.security.RolesAllowed;

/** Where staff arrive: what they may do here. */
@Route(value = "gestion", layout = StaffLayout.class)
@RolesAllowed("AGENT")
class StaffHomeView extends Page {

    StaffHomeView(SignedInStaff signedIn) {
        super("staff.home.title");
        var staff = signedIn.get();
        greet(say("staff.home.welcome", staff.displayName()));
        if (staff.may(StaffRole.ADMINISTRATOR)) {
            add(column(
                    card("invoices", "/gestion/factures"),
                    card("billing", "/gestion/facturation"),
                    card("reminders", "/gestion/relances"),
                    card("readings", "/gestion/releves"),
                    card("tariffs", "/gestion/tarifs"),
                    columns(card("configuration", "/gestion/configuration"), card("team", "/gestion/equipe"))));
        } else if (staff.may(StaffRole.BILLER)) {
            add(column(
                    card("invoices", "/gestion/factures"),
                    card("billing", "/gestion/facturation"),
                    card("reminders", "/gestion/relances"),
                    card("readings", "/gestion/releves"),
                    card("tariffs", "/gestion/tarifs")));
        } else {
            add(column(
                    new Card(say("staff.home.agent"), new Paragraph(say("staff.home.agent.what"))),
                    card("invoices", "/gestion/factures"),
                    card("readings", "/gestion/releves"),
                    card("tariffs", "/gestion/tarifs")));
        }
    }

    private Card card(String what, String address) {
        return new Card(
                say("staff.menu." + what),
                new Paragraph(say("staff.home." + what)),
                ActionLink.secondary(address, say("staff.home." + what + ".open")));
    }
}
