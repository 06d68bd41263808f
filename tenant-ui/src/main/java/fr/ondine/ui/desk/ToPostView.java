package fr.ondine.ui.desk;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import fr.ondine.platform.billing.InvoicesToPost;
import fr.ondine.platform.billing.PostDay;
import fr.ondine.ui.invoices.FormChoice;
import fr.ondine.ui.invoices.PostWords;
import fr.ondine.ui.security.SignedInStaff;
import fr.ondine.ui.shell.ActionLink;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.EmptyState;
import fr.ondine.ui.shell.Icon;
import fr.ondine.ui.shell.Page;
import fr.ondine.ui.shell.ResponsiveTable;
import fr.ondine.ui.shell.Turns;
import fr.ondine.ui.shell.Written;
import fr.ondine.ui.staff.StaffLayout;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Collectors;

/** What staff issued one by one and goes by post, day by day: the pages of runs have what these issued. */
@Route(value = Addresses.TO_POST, layout = StaffLayout.class)
@RolesAllowed("BILL")
class ToPostView extends Page implements BeforeEnterObserver {

    private final transient InvoicesToPost posted;
    private final transient Clock clock;
    private final transient SignedInStaff signedIn;

    ToPostView(InvoicesToPost posted, Clock clock, SignedInStaff signedIn) {
        super("desk.post.title");
        this.posted = posted;
        this.clock = clock;
        this.signedIn = signedIn;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent arrival) {
        var number = Addresses.page(arrival.getLocation().getQueryParameters().getSingleParameter("page"));
        var page = posted.days(signedIn.get(), number);
        clear();
        if (page.days().isEmpty()) {
            add(new EmptyState(Icon.INVOICE, say("desk.post.none"), say("desk.post.none.why")));
            return;
        }
        var table = new ResponsiveTable()
                .column(say("desk.issued-on"))
                .column(say("desk.post.what"))
                .column(say("desk.post.taken"))
                .column(say("desk.post.file"));
        page.days().forEach(day -> row(table, day));
        add(new Card(
                new Paragraph(say("desk.post.about")),
                table,
                new Turns("/" + Addresses.TO_POST + "?page=", number, page.hasMore())));
    }

    private void row(ResponsiveTable table, PostDay day) {
        var forms = day.counts().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(one -> say("desk.post.of", FormChoice.words(one.getKey()), one.getValue()))
                .collect(Collectors.joining(" ; "));
        var file = ActionLink.secondary(
                        "/" + Addresses.TO_POST + "/" + day.day() + "/hors-campagne.zip", say("desk.post.load"))
                .loaded();
        file.getElement().setAttribute("aria-label", say("desk.post.load.of", Written.date(day.day())));
        table.row(
                new Span(Written.date(day.day())),
                new Span(forms),
                new Span(day.taken()
                        .map(last -> PostWords.taken(last, day.counts(), clock.getZone()))
                        .orElseGet(() -> say("desk.post.taken.not"))),
                file);
    }
}
