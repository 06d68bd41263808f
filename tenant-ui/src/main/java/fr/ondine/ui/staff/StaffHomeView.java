package fr.ondine.ui.staff;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.router.Route;
import fr.ondine.platform.oldaccounts.OldAccountCount;
import fr.ondine.platform.oldaccounts.OldAccountDesk;
import fr.ondine.platform.staff.StaffPermission;
import fr.ondine.ui.security.SignedInStaff;
import fr.ondine.ui.shell.ActionLink;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Page;
import jakarta.annotation.security.RolesAllowed;
import java.util.Locale;

/** Where staff arrive: what they may do here. */
@Route(value = "gestion", layout = StaffLayout.class)
@RolesAllowed("LOOK")
class StaffHomeView extends Page {

    StaffHomeView(SignedInStaff signedIn, OldAccountDesk oldAccounts) {
        super("staff.home.title");
        var staff = signedIn.get();
        greet(say("staff.home.welcome", staff.displayName()));
        var cards = column();
        if (!staff.may(StaffPermission.BILL)) {
            var role = "staff.home." + staff.role().name().toLowerCase(Locale.ROOT);
            cards.add(new Card(say("staff.home.open"), new Paragraph(say(role + ".what"))));
        }
        cards.add(card("invoices", "/gestion/factures"));
        if (staff.may(StaffPermission.LOOK_AT_BILLING)) {
            var bills = staff.may(StaffPermission.BILL);
            cards.add(card("billing", "/gestion/facturation", bills), card("reminders", "/gestion/relances", bills));
        }
        cards.add(
                card("readings", "/gestion/releves", staff.may(StaffPermission.SERVE)),
                card("leaks", "/gestion/fuites", staff.may(StaffPermission.BILL)));
        if (staff.may(StaffPermission.SERVE)) {
            cards.add(card("claims", "/gestion/demandes"));
        }
        cards.add(card("tariffs", "/gestion/tarifs"));
        if (staff.may(StaffPermission.CONFIGURE)) {
            cards.add(columns(card("configuration", "/gestion/configuration"), card("team", "/gestion/equipe")));
        }
        oldAccounts.count(staff).map(StaffHomeView::former).ifPresent(cards::add);
        add(cards);
    }

    private static Component former(OldAccountCount count) {
        return new Card(
                I18NProvider.translate("staff.home.old"),
                new Paragraph(I18NProvider.translate("staff.home.old.count", count.cameOver(), count.all())));
    }

    private Card card(String what, String address) {
        return card(what, address, true);
    }

    /** Who may only look is not told to do what others do there. */
    private Card card(String what, String address, boolean mayAct) {
        return new Card(
                say("staff.menu." + what),
                new Paragraph(say("staff.home." + what + (mayAct ? "" : ".look"))),
                ActionLink.secondary(address, say("staff.home." + what + ".open")));
    }
}
