package fr.ondine.ui.desk;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import fr.ondine.platform.billing.AgreementSearch;
import fr.ondine.platform.billing.Found;
import fr.ondine.platform.billing.FoundGroup;
import fr.ondine.ui.security.SignedInStaff;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.EmptyState;
import fr.ondine.ui.shell.Icon;
import fr.ondine.ui.shell.Page;
import fr.ondine.ui.shell.ResponsiveTable;
import fr.ondine.ui.staff.StaffLayout;
import jakarta.annotation.security.RolesAllowed;

/** What the search box found, by what it was found; the only contract that was named exactly is opened at once. */
@Route(value = Addresses.SEARCH, layout = StaffLayout.class)
@RolesAllowed("LOOK")
class SearchView extends Page implements BeforeEnterObserver {

    private final transient AgreementSearch search;
    private final transient SignedInStaff signedIn;

    SearchView(AgreementSearch search, SignedInStaff signedIn) {
        super("desk.search.title");
        this.search = search;
        this.signedIn = signedIn;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent arrival) {
        clear();
        var typed = arrival.getLocation()
                .getQueryParameters()
                .getSingleParameter("q")
                .orElse("")
                .strip();
        var result = search.find(signedIn.get(), typed);
        result.only()
                .ifPresent(only -> arrival.forwardTo(
                        AccountView.class,
                        new RouteParameters(Addresses.WHOSE, only.value().toString())));
        if (typed.isEmpty()) {
            add(new EmptyState(Icon.PERSON, say("desk.search.what"), say("desk.search.how")));
        } else if (result.isEmpty()) {
            add(new EmptyState(Icon.PERSON, say("desk.search.none", typed), say("desk.search.how")));
        } else {
            greet(say("desk.search.found", typed));
            var groups = column();
            result.groups().forEach(group -> groups.add(card(group)));
            add(groups);
        }
    }

    private Card card(FoundGroup group) {
        var table = new ResponsiveTable()
                .column(say("desk.contract"))
                .column(say("desk.holder"))
                .column(say("desk.place"));
        var saysMore = group.rows().stream().anyMatch(found -> !found.detail().isEmpty());
        if (saysMore) {
            table.column(DeskWords.of("found.detail", group.by()));
        }
        group.rows().forEach(found -> row(table, found, saysMore));
        var card = new Card(DeskWords.of("found", group.by()), table);
        if (group.hasMore()) {
            card.add(new Paragraph(say("desk.search.more", AgreementSearch.SHOWN)));
        }
        return card;
    }

    private void row(ResponsiveTable table, Found found, boolean saysMore) {
        var agreement = found.agreement();
        var over = agreement.isOver() ? new String[] {say("desk.search.over")} : new String[0];
        var contract = DeskWords.lines(new Anchor(Addresses.account(agreement.id()), agreement.number()), over);
        var holder = new Span(agreement.holder());
        var place = new Span(agreement.street() + ", " + agreement.city());
        if (saysMore) {
            table.row(contract, holder, place, new Span(found.detail()));
        } else {
            table.row(contract, holder, place);
        }
    }
}
