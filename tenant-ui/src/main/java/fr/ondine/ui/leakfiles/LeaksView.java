package fr.ondine.ui.leakfiles;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import fr.ondine.platform.leaks.LeakDesk;
import fr.ondine.platform.leaks.LeakFilter;
import fr.ondine.platform.leaks.LeakState;
import fr.ondine.platform.staff.StaffPermission;
import fr.ondine.ui.security.SignedInStaff;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.EmptyState;
import fr.ondine.ui.shell.Form;
import fr.ondine.ui.shell.Icon;
import fr.ondine.ui.shell.Page;
import fr.ondine.ui.shell.TextField;
import fr.ondine.ui.shell.Turns;
import fr.ondine.ui.staff.StaffLayout;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

/** The files of leaks, those that are open first. */
@Route(value = Addresses.HOME, layout = StaffLayout.class)
@RolesAllowed("LOOK")
class LeaksView extends Page implements BeforeEnterObserver {

    private final transient LeakDesk desk;
    private final transient SignedInStaff signedIn;
    private final transient Clock clock;

    LeaksView(LeakDesk desk, SignedInStaff signedIn, Clock clock) {
        super("leakfiles.title");
        this.desk = desk;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent arrival) {
        var here = LeakQuery.of(arrival.getLocation().getQueryParameters());
        var page = desk.list(signedIn.get(), here.filter(), here.page());
        clear();
        var list = column(kinds(here), new Card(search(here)));
        if (!page.rows().isEmpty()) {
            list.add(new Card(
                    new LeakTable(here, page.rows(), LocalDate.now(clock)),
                    new Turns(here.address(), here.page(), page.hasMore())));
        } else if (here.filter().equals(LeakFilter.OPEN)) {
            list.add(new EmptyState(Icon.DONE, say("leakfiles.none"), say("leakfiles.none.why")));
        } else {
            list.add(new Card(new Paragraph(say("leakfiles.none-such"))));
        }
        if (signedIn.get().may(StaffPermission.SERVE)) {
            list.add(new Card(say("leakfiles.new"), new Paragraph(say("leakfiles.new.what")), opening()));
        }
        add(list);
    }

    private Form opening() {
        var number = TextField.text("facture", say("leakfiles.new.invoice"))
                .autocomplete("off")
                .required()
                .explains("leaks.unknown-invoice")
                .explains("leaks.not-abnormal");
        return new Form(number, Button.submit(say("leakfiles.new.submit")).subdued())
                .onSubmit(() -> UI.getCurrentOrThrow()
                        .navigate(Addresses.file(desk.open(signedIn.get(), number.value()))
                                .substring(1)));
    }

    private Nav kinds(LeakQuery here) {
        var kinds = new Nav();
        kinds.addClassName("places");
        kinds.getElement().setAttribute("aria-label", say("leakfiles.kinds"));
        kinds.add(
                kind(here, here.of(Optional.empty(), false), say("leakfiles.open")),
                kind(here, here.of(Optional.empty(), true), say("leakfiles.state.late")));
        for (var state : LeakState.values()) {
            kinds.add(kind(here, here.of(Optional.of(state), false), LeakWording.of("state", state)));
        }
        return kinds;
    }

    private static Anchor kind(LeakQuery here, LeakQuery there, String words) {
        var link = new Anchor(there.address() + "1", words);
        if (there.filter().equals(here.filter())) {
            link.getElement().setAttribute("aria-current", "page");
        }
        return link;
    }

    private Form search(LeakQuery here) {
        var text = TextField.text("recherche", say("leakfiles.search"))
                .attribute("type", "search")
                .autocomplete("off")
                .initially(here.filter().text());
        return new Form(text, Button.submit(say("leakfiles.search.submit")).subdued()).onSubmit(() -> {
            var address = new Location(here.of(text.value()).address().substring(1) + "1");
            UI.getCurrentOrThrow().navigate(address.getPath(), address.getQueryParameters());
        });
    }
}
