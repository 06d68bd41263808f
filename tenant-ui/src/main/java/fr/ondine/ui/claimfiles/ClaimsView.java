package fr.ondine.ui.claimfiles;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import fr.ondine.platform.customers.ClaimsToDecide;
import fr.ondine.ui.security.SignedInStaff;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Page;
import fr.ondine.ui.shell.Turns;
import fr.ondine.ui.staff.StaffLayout;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.UUID;
import java.util.regex.Pattern;

/** The claims that wait for somebody to decide them, the oldest first, some at a time. */
@Route(value = ClaimsView.ADDRESS, layout = StaffLayout.class)
@RolesAllowed("SERVE")
class ClaimsView extends Page implements BeforeEnterObserver {

    static final String ADDRESS = "gestion/demandes";

    private static final Pattern PAGE = Pattern.compile("[1-9]\\d{0,4}");

    private final transient ClaimsToDecide claims;
    private final transient SignedInStaff signedIn;
    private final transient Clock clock;

    ClaimsView(ClaimsToDecide claims, SignedInStaff signedIn, Clock clock) {
        super("claimfiles.title");
        this.claims = claims;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    static String path(UUID claim) {
        return "/" + ADDRESS + "/" + claim;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent arrival) {
        clear();
        var page = arrival.getLocation()
                        .getQueryParameters()
                        .getSingleParameter("page")
                        .filter(PAGE.asMatchPredicate())
                        .map(Integer::parseInt)
                        .orElse(1)
                - 1;
        var found = claims.list(signedIn.get(), page);
        var card = new Card(new Paragraph(say("claimfiles.what")));
        card.add(
                found.rows().isEmpty()
                        ? new Paragraph(say("claimfiles.none"))
                        : new ClaimsTable(found.rows(), clock.getZone()),
                new Turns("/" + ADDRESS + "?page=", page, found.hasMore()));
        add(column(card));
    }
}
