package fr.ondine.ui.tariffs;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;
import fr.ondine.platform.staff.StaffPermission;
import fr.ondine.platform.tariffs.TariffSettings;
import fr.ondine.ui.security.SignedInStaff;
import fr.ondine.ui.shell.Notice;
import fr.ondine.ui.shell.Page;
import fr.ondine.ui.shell.Tone;
import fr.ondine.ui.staff.StaffLayout;
import jakarta.annotation.security.RolesAllowed;

/** How tariffs are applied, and the rates of the levies year by year. */
@Route(value = Addresses.RULES, layout = StaffLayout.class)
@RolesAllowed("LOOK")
class TariffRulesView extends Page {

    private final transient TariffSettings settings;
    private final transient SignedInStaff signedIn;
    private final Div told = new Div();
    private final Div content = new Div();

    TariffRulesView(TariffSettings settings, SignedInStaff signedIn) {
        super("tariffs.rules.title");
        this.settings = settings;
        this.signedIn = signedIn;
        add(column(row(new Anchor("/" + Addresses.HOME, say("tariffs.see-all"))), told, content));
        show();
    }

    private void show() {
        var who = signedIn.get();
        var mayChange = who.may(StaffPermission.SET_TARIFFS);
        content.removeAll();
        content.add(columns(
                new LeviesCard(settings.levies(who), mayChange, rate -> {
                    settings.enter(who, rate);
                    done();
                }),
                new RulesCard(settings.rules(who), mayChange, rules -> {
                    settings.choose(who, rules);
                    done();
                })));
    }

    private void done() {
        told.removeAll();
        told.add(Notice.plain(Tone.GOOD, say("tariffs.rules.saved")).announced());
        show();
    }
}
