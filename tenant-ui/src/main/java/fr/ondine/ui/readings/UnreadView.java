package fr.ondine.ui.readings;

import static fr.ondine.ui.readings.ReadingWords.above;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import fr.ondine.platform.metering.UnreadMeter;
import fr.ondine.platform.metering.UnreadMeters;
import fr.ondine.platform.metering.UnreadPage;
import fr.ondine.ui.security.SignedInStaff;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Choice;
import fr.ondine.ui.shell.Form;
import fr.ondine.ui.shell.Page;
import fr.ondine.ui.shell.ResponsiveTable;
import fr.ondine.ui.shell.Written;
import fr.ondine.ui.staff.StaffLayout;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;

/** The meters that nobody has read for so many months, some at a time. */
@Route(value = Addresses.UNREAD, layout = StaffLayout.class)
@RolesAllowed("LOOK")
class UnreadView extends Page implements BeforeEnterObserver {

    private static final List<Integer> MONTHS = List.of(12, 6, 18, 24, 36);

    private final transient UnreadMeters unread;
    private final transient SignedInStaff signedIn;

    UnreadView(UnreadMeters unread, SignedInStaff signedIn) {
        super("readings.unread.title");
        this.unread = unread;
        this.signedIn = signedIn;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent arrival) {
        clear();
        var address = arrival.getLocation().getQueryParameters();
        var months = MONTHS.stream()
                .filter(one -> address.getSingleParameter("mois").equals(Optional.of(one.toString())))
                .findFirst()
                .orElse(MONTHS.getFirst());
        var page = unread.list(
                signedIn.get(), months, address.getSingleParameter("apres").flatMap(Addresses::id));
        add(
                new Paragraph(new Anchor("/" + Addresses.HOME, say("readings.back"))),
                column(new Card(choice(months)), list(page, months)));
    }

    private Form choice(int months) {
        var since = new Choice<>(
                        "mois", say("readings.unread.since"), MONTHS, one -> say("readings.unread.months", one))
                .initially(months);
        return new Form(since, Button.submit(say("readings.unread.submit")).subdued())
                .onSubmit(() -> UI.getCurrentOrThrow()
                        .navigate(
                                Addresses.UNREAD,
                                QueryParameters.of("mois", since.value().toString())));
    }

    private Card list(UnreadPage page, int months) {
        var card = new Card();
        if (page.rows().isEmpty()) {
            card.add(
                    new Paragraph(say(page.next().isPresent() ? "readings.unread.none-here" : "readings.unread.none")));
        } else {
            var table = new ResponsiveTable()
                    .column(say("readings.contract"))
                    .column(say("readings.meter"))
                    .column(say("readings.unread.last"))
                    .column(say("readings.next"));
            page.rows().forEach(one -> row(table, one));
            card.add(table);
        }
        page.next()
                .map(next -> new Anchor(
                        "/" + Addresses.UNREAD + "?mois=" + months + "&apres=" + next, say("readings.unread.more")))
                .ifPresent(more -> card.add(new Paragraph(more)));
        return card;
    }

    private void row(ResponsiveTable table, UnreadMeter one) {
        var enter = new Anchor(Addresses.contract(one.agreement()), say("readings.enter"));
        enter.getElement().setAttribute("aria-label", say("readings.enter.of", one.number()));
        table.row(
                above(new Span(one.number()), one.holder()),
                above(new Span(one.serial()), one.street() + ", " + one.city()),
                new Span(one.lastRead().map(Written::date).orElseGet(() -> say("readings.unread.never"))),
                enter);
    }
}
