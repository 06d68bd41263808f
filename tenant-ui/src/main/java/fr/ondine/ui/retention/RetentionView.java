package fr.ondine.ui.retention;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import fr.ondine.platform.personaldata.Retention;
import fr.ondine.platform.personaldata.RetentionRule;
import fr.ondine.platform.tenancy.Tenants;
import fr.ondine.ui.security.SignedInStaff;
import fr.ondine.ui.shell.ActionLink;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Page;
import fr.ondine.ui.shell.ResponsiveTable;
import fr.ondine.ui.shell.Turns;
import fr.ondine.ui.shell.Written;
import fr.ondine.ui.staff.StaffLayout;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.time.Period;
import java.util.regex.Pattern;

/** How long a utility keeps what, and what has been removed because its time was over. */
@Route(value = "gestion/conservation", layout = StaffLayout.class)
@RolesAllowed("CONFIGURE")
class RetentionView extends Page implements BeforeEnterObserver {

    private static final Pattern PAGE = Pattern.compile("[1-9]\\d{0,4}");

    private final transient Retention retention;
    private final transient SignedInStaff signedIn;
    private final transient Tenants tenants;

    RetentionView(Retention retention, SignedInStaff signedIn, Tenants tenants) {
        super("retention.title");
        this.retention = retention;
        this.signedIn = signedIn;
        this.tenants = tenants;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent arrival) {
        var page = arrival.getLocation()
                        .getQueryParameters()
                        .getSingleParameter("page")
                        .filter(PAGE.asMatchPredicate())
                        .map(Integer::parseInt)
                        .orElse(1)
                - 1;
        clear();
        add(column(rules(), report(page)));
    }

    private Component rules() {
        var kept = tenants.current().retention();
        var table = new ResponsiveTable().column(say("retention.what")).endColumn(say("retention.months"));
        for (var rule : RetentionRule.values()) {
            table.row(name(rule), written(rule.kept(kept)));
        }
        return new Card(
                say("retention.rules"),
                new Paragraph(say("retention.rules.what")),
                ActionLink.secondary("/gestion/configuration/texte", say("retention.change")),
                table,
                new Paragraph(say("retention.law")));
    }

    private Component report(int page) {
        var removed = retention.report(signedIn.get(), page);
        var card = new Card(say("retention.report"));
        if (removed.rows().isEmpty()) {
            card.add(new Paragraph(say("retention.none")));
            return card;
        }
        var zone = tenants.current().zone();
        var table = new ResponsiveTable()
                .column(say("retention.when"))
                .column(say("retention.what"))
                .column(say("retention.before"))
                .endColumn(say("retention.removed"));
        removed.rows()
                .forEach(row -> table.row(
                        Written.here().shortMoment(row.at(), zone),
                        name(row.rule()),
                        Written.shortDate(LocalDate.ofInstant(row.before(), zone)),
                        Written.number(row.rows())));
        card.add(table, new Turns("/gestion/conservation?page=", page, removed.hasMore()));
        return card;
    }

    private String written(Period kept) {
        return kept.getDays() > 0
                ? say("retention.days.of", kept.getDays())
                : say("retention.months.of", kept.toTotalMonths());
    }

    private String name(RetentionRule rule) {
        return say("retention.rule." + rule.name());
    }
}
