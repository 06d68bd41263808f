package fr.ondine.ui.readings;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import fr.ondine.platform.kernel.DomainException;
import fr.ondine.platform.metering.CheckFilter;
import fr.ondine.platform.metering.CheckPage;
import fr.ondine.platform.metering.CheckedReadings;
import fr.ondine.platform.metering.Doubt;
import fr.ondine.platform.metering.ReadingToCheck;
import fr.ondine.platform.staff.StaffPermission;
import fr.ondine.ui.security.SignedInStaff;
import fr.ondine.ui.shell.ActionLink;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.EmptyState;
import fr.ondine.ui.shell.Form;
import fr.ondine.ui.shell.Icon;
import fr.ondine.ui.shell.Notice;
import fr.ondine.ui.shell.Page;
import fr.ondine.ui.shell.TextField;
import fr.ondine.ui.shell.Texts;
import fr.ondine.ui.shell.Tone;
import fr.ondine.ui.shell.Turns;
import fr.ondine.ui.staff.StaffLayout;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;

/** The readings that deserve a look before they are billed: found right at once, or opened to be corrected. */
@Route(value = Addresses.HOME, layout = StaffLayout.class)
@RolesAllowed("LOOK")
class ReadingsToCheckView extends Page implements BeforeEnterObserver {

    private final transient CheckedReadings checked;
    private final transient SignedInStaff signedIn;
    private final Div told = new Div();
    private final Div list = column();

    ReadingsToCheckView(CheckedReadings checked, SignedInStaff signedIn) {
        super("readings.title");
        this.checked = checked;
        this.signedIn = signedIn;
        if (mayServe()) {
            beside(ActionLink.primary("/" + Addresses.CONTRACT, say("readings.enter")));
        }
        add(column(told, list));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent arrival) {
        told.removeAll();
        show(ListAddress.of(arrival.getLocation().getQueryParameters()));
    }

    private boolean mayServe() {
        return signedIn.get().may(StaffPermission.SERVE);
    }

    private void show(ListAddress here) {
        var page = checked.list(signedIn.get(), here.filter(), here.page());
        if (page.rows().isEmpty() && here.page() > 0) {
            show(here.first());
        } else {
            show(here, page);
        }
    }

    private void show(ListAddress here, CheckPage page) {
        list.removeAll();
        list.add(kinds(here), new Card(search(here)));
        if (!page.rows().isEmpty()) {
            list.add(new Card(
                    new CheckTable(here, page.rows(), mayServe(), one -> confirm(here, one)),
                    new Turns(here.address(), here.page(), page.hasMore())));
        } else if (here.filter().equals(CheckFilter.ALL)) {
            list.add(new EmptyState(Icon.DONE, say("readings.none"), say("readings.none.why")));
        } else {
            list.add(new Card(new Paragraph(say("readings.none-such"))));
        }
    }

    private Nav kinds(ListAddress here) {
        var kinds = new Nav();
        kinds.addClassName("places");
        kinds.getElement().setAttribute("aria-label", say("readings.kinds"));
        kinds.add(kind(here, here.of(Optional.empty()), say("readings.all")));
        for (var doubt : Doubt.values()) {
            kinds.add(kind(here, here.of(Optional.of(doubt)), ReadingWords.of("doubt", doubt)));
        }
        kinds.add(kind(here, here.confirmed(), say("readings.confirmed")));
        kinds.add(new Anchor("/" + Addresses.UNREAD, say("readings.unread")));
        return kinds;
    }

    private static Anchor kind(ListAddress here, ListAddress there, String words) {
        var link = new Anchor(there.address() + "1", words);
        if (there.filter().equals(here.filter())) {
            link.getElement().setAttribute("aria-current", "page");
        }
        return link;
    }

    private Form search(ListAddress here) {
        var text = TextField.text("recherche", say("readings.search"))
                .attribute("type", "search")
                .autocomplete("off")
                .initially(here.filter().text());
        return new Form(text, Button.submit(say("readings.search.submit")).subdued())
                .onSubmit(() -> go(here.of(text.value())));
    }

    private static void go(ListAddress there) {
        var address = new Location(there.address().substring(1) + "1");
        UI.getCurrentOrThrow().navigate(address.getPath(), address.getQueryParameters());
    }

    private void confirm(ListAddress here, ReadingToCheck one) {
        told.removeAll();
        try {
            checked.confirm(signedIn.get(), one.seen());
            tell(Tone.GOOD, say("readings.confirm.done", ReadingWords.register(one.reading()), one.number()));
        } catch (DomainException refused) {
            tell(Tone.BAD, Texts.refusal(refused));
        }
        show(here);
        focus(told);
    }

    private void tell(Tone tone, String sentence) {
        told.add(Notice.plain(tone, sentence).announced());
    }
}
