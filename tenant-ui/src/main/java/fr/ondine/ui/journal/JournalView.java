package fr.ondine.ui.journal;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import fr.ondine.platform.staff.AuditDesk;
import fr.ondine.platform.staff.AuditPage;
import fr.ondine.platform.staff.AuditedEntry;
import fr.ondine.ui.security.SignedInStaff;
import fr.ondine.ui.shell.ActionLink;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Page;
import fr.ondine.ui.shell.ResponsiveTable;
import fr.ondine.ui.shell.Written;
import fr.ondine.ui.staff.StaffLayout;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;

/** Who did what, the newest first, and what is looked for among it. */
@Route(value = JournalQuery.PAGE, layout = StaffLayout.class)
@RolesAllowed("READ_AUDIT")
class JournalView extends Page implements BeforeEnterObserver {

    private final transient AuditDesk desk;
    private final transient SignedInStaff signedIn;
    private final transient Clock clock;

    JournalView(AuditDesk desk, SignedInStaff signedIn, Clock clock) {
        super("journal.title");
        this.desk = desk;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent arrival) {
        var query = JournalQuery.of(arrival.getLocation().getQueryParameters());
        var page = desk.find(signedIn.get(), query.filter(), query.mark());
        clear();
        add(column(
                new Card(new Paragraph(say("journal.what")), new JournalFilterForm(query.filter())),
                list(query, page)));
    }

    private Card list(JournalQuery query, AuditPage page) {
        var list = new Card();
        if (page.rows().isEmpty()) {
            var none = new Paragraph(say("journal.none"));
            none.getElement().setAttribute("role", "status");
            list.add(none, turns(query, page));
            return list;
        }
        var table = new ResponsiveTable()
                .column(say("journal.when"))
                .column(say("journal.who"))
                .column(say("journal.deed"))
                .column(say("journal.on"))
                .column(say("journal.detail"));
        var detail = new JournalDetail(Written.here(), clock.getZone(), JournalWords::say);
        page.rows().forEach(entry -> row(table, entry, detail));
        list.add(
                table,
                turns(query, page),
                row(ActionLink.secondary(query.file(), say("journal.export")).loaded()));
        return list;
    }

    private void row(ResponsiveTable table, AuditedEntry entry, JournalDetail detail) {
        table.row(
                new Span(Written.here().shortMoment(entry.at(), clock.getZone())),
                new Span(JournalWords.actor(JournalWords::say, entry)),
                new Span(JournalWords.action(JournalWords::say, entry.action())),
                JournalWords.subject(entry),
                new Span(detail.of(entry.detail())));
    }

    private static Nav turns(JournalQuery query, AuditPage page) {
        var turns = new Nav();
        turns.addClassNames("row", "turns");
        turns.getElement().setAttribute("aria-label", JournalWords.say("journal.pages"));
        turns.setVisible(query.mark().isPresent() || page.next().isPresent());
        if (query.mark().isPresent()) {
            turns.add(new Anchor(query.newest(), JournalWords.say("journal.pages.newest")));
        }
        page.next().ifPresent(next -> turns.add(new Anchor(query.from(next), JournalWords.say("journal.pages.older"))));
        return turns;
    }
}
