package fr.ondine.ui.outbox;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import fr.ondine.platform.notifications.ListedMail;
import fr.ondine.platform.notifications.MailDesk;
import fr.ondine.platform.notifications.MailFilter;
import fr.ondine.platform.staff.StaffPermission;
import fr.ondine.ui.security.SignedInStaff;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Notice;
import fr.ondine.ui.shell.Page;
import fr.ondine.ui.shell.Tone;
import fr.ondine.ui.shell.Turns;
import fr.ondine.ui.staff.StaffLayout;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.Arrays;
import java.util.regex.Pattern;

/** What mails wait, have left or failed, and why. */
@Route(value = "gestion/courriers", layout = StaffLayout.class)
@RolesAllowed("LOOK")
class MailsView extends Page implements BeforeEnterObserver {

    private static final Pattern PAGE = Pattern.compile("[1-9]\\d{0,4}");

    private final transient MailDesk desk;
    private final transient SignedInStaff signedIn;
    private final transient Clock clock;
    private final Div told = new Div();
    private final Div list = column();
    private transient MailFilter filter = MailFilter.ALL;
    private int page;

    MailsView(MailDesk desk, SignedInStaff signedIn, Clock clock) {
        super("outbox.title");
        this.desk = desk;
        this.signedIn = signedIn;
        this.clock = clock;
        add(column(told, list));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent arrival) {
        told.removeAll();
        var address = arrival.getLocation().getQueryParameters();
        filter = filter(address);
        page = address.getSingleParameter("page")
                        .filter(PAGE.asMatchPredicate())
                        .map(Integer::parseInt)
                        .orElse(1)
                - 1;
        show();
    }

    private void show() {
        list.removeAll();
        var mails = desk.list(signedIn.get(), filter, page);
        var card = new Card(places());
        card.add(
                mails.rows().isEmpty()
                        ? new Paragraph(say("outbox.none." + MailWords.code(filter)))
                        : new MailsTable(
                                mails.rows(),
                                clock.getZone(),
                                signedIn.get().may(StaffPermission.SERVE),
                                this::sendAgain),
                new Turns(address(filter), page, mails.hasMore()));
        list.add(card);
    }

    private Nav places() {
        var places = new Nav();
        places.addClassName("places");
        places.getElement().setAttribute("aria-label", say("outbox.which"));
        for (var one : MailFilter.values()) {
            var link = new Anchor(address(one) + "1", say("outbox.filter." + MailWords.code(one)));
            if (one == filter) {
                link.getElement().setAttribute("aria-current", "page");
            }
            places.add(link);
        }
        return places;
    }

    private void sendAgain(ListedMail mail) {
        var isTried = desk.sendAgain(signedIn.get(), mail.id());
        told.removeAll();
        told.add(Notice.plain(isTried ? Tone.GOOD : Tone.WARN, say(isTried ? "outbox.again.done" : "outbox.again.not"))
                .announced());
        show();
    }

    private static String address(MailFilter filter) {
        return "/gestion/courriers?etat=" + written(filter) + "&page=";
    }

    private static MailFilter filter(QueryParameters address) {
        var asked = address.getSingleParameter("etat").orElse("");
        return Arrays.stream(MailFilter.values())
                .filter(one -> written(one).equals(asked))
                .findFirst()
                .orElse(MailFilter.ALL);
    }

    private static String written(MailFilter filter) {
        return switch (filter) {
            case ALL -> "tous";
            case WAITING -> "en-attente";
            case FAILED -> "echec";
        };
    }
}
