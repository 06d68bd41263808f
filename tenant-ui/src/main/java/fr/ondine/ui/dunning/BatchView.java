package fr.ondine.ui.dunning;

import static fr.ondine.ui.dunning.DunningWords.say;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import fr.ondine.platform.kernel.DomainException;
import fr.ondine.platform.reminders.Batch;
import fr.ondine.platform.reminders.BatchCount;
import fr.ondine.platform.reminders.BatchId;
import fr.ondine.platform.reminders.BatchState;
import fr.ondine.platform.reminders.LetterFilter;
import fr.ondine.platform.reminders.ReminderDesk;
import fr.ondine.platform.reminders.ReminderPaper;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.StaffPermission;
import fr.ondine.ui.security.SignedInStaff;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Notice;
import fr.ondine.ui.shell.Page;
import fr.ondine.ui.shell.Texts;
import fr.ondine.ui.shell.Tone;
import fr.ondine.ui.shell.Turns;
import fr.ondine.ui.staff.StaffLayout;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** One batch of reminders: who gets a letter, who does not and why, and the way to send it or to take it back. */
@Route(value = Addresses.BATCH, layout = StaffLayout.class)
@RolesAllowed("LOOK_AT_BILLING")
class BatchView extends Page implements BeforeEnterObserver {

    private final transient ReminderDesk desk;
    private final transient ReminderPaper paper;
    private final transient SignedInStaff signedIn;
    private final Div told = new Div();
    private transient LetterFilter filter = LetterFilter.GOING;
    private int page;

    BatchView(ReminderDesk desk, ReminderPaper paper, SignedInStaff signedIn) {
        super("dunning.batch.title", "");
        this.desk = desk;
        this.paper = paper;
        this.signedIn = signedIn;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent arrival) {
        told.removeAll();
        filter = Addresses.filter(arrival.getLocation().getQueryParameters());
        page = Addresses.page(arrival.getLocation().getQueryParameters());
        Addresses.id(arrival.getRouteParameters().get(Addresses.WHICH).orElse(""))
                .flatMap(id -> desk.find(who(), new BatchId(id)))
                .ifPresentOrElse(this::show, () -> arrival.rerouteToError(NotFoundException.class));
    }

    private void show(Batch batch) {
        clear();
        entitle(say("dunning.batch.title", batch.day()));
        add(new Paragraph(new Anchor("/" + Addresses.HOME, say("dunning.back"))));
        if (batch.isBusy()) {
            showBusy(batch);
            return;
        }
        var counts = desk.counts(who(), batch.id());
        var side = column(new SumsCard(counts));
        if (mayBill()) {
            addDeeds(side, batch, counts);
        }
        add(column(told, columnsBehind(side, letters(batch, counts))));
    }

    private void showBusy(Batch batch) {
        var card = new BusyCard(batch, () -> latest(batch), this::far, this::done);
        var busy = column(told, card);
        if (mayBill()) {
            busy.add(new RecallCard(batch.state(), () -> recall(batch)));
        }
        add(busy);
        focus(card);
    }

    /** How much of it is done, while it is worked on. */
    private String far(Batch batch) {
        if (batch.state() == BatchState.PREPARING) {
            return DunningWords.count("dunning.doing.looked", batch.lookedAt());
        }
        var counts = desk.counts(who(), batch.id());
        return say("dunning.doing.left", SumsCard.left(counts), SumsCard.count(counts, LetterFilter.GOING));
    }

    /** It was prepared or sent while somebody looked on. */
    private void done(Batch batch) {
        if (batch.state() == BatchState.SENT) {
            var count = SumsCard.count(desk.counts(who(), batch.id()), LetterFilter.GOING);
            tell(Tone.GOOD, DunningWords.count("dunning.gone", count));
        }
        show(batch);
    }

    private void post(Batch batch) {
        desk.posted(who(), batch.id());
        tell(Tone.GOOD, say("dunning.papers.noted"));
    }

    private void addDeeds(Div side, Batch batch, List<BatchCount> counts) {
        if (batch.state() == BatchState.READY) {
            side.addComponentAsFirst(new SendCard(
                    counts, batch.booksKnownOn(), () -> attempt(batch, () -> desk.send(who(), batch.id()))));
        } else if (batch.state() == BatchState.SENT || PapersCard.letters(counts) > 0) {
            var places = paper.letters(who(), batch.id());
            side.addComponentAsFirst(new PapersCard(batch, counts, places, () -> attempt(batch, () -> post(batch))));
        }
        if (batch.state() != BatchState.RECALLED) {
            side.add(new RecallCard(batch.state(), () -> recall(batch)));
        }
    }

    private boolean mayBill() {
        return who().may(StaffPermission.BILL);
    }

    private Card letters(Batch batch, List<BatchCount> counts) {
        var letters = desk.letters(who(), batch.id(), filter, page);
        var isOpen = mayBill() && batch.state() == BatchState.READY;
        var card = new Card(places(batch, counts));
        if (letters.rows().isEmpty()) {
            card.add(new Paragraph(none(batch)));
            return card;
        }
        card.add(
                new LettersTable(
                        letters.rows(),
                        mayBill(),
                        isOpen,
                        (letter, reason) -> attempt(batch, () -> desk.remove(who(), batch.id(), letter, reason)),
                        letter -> attempt(batch, () -> desk.takeIn(who(), batch.id(), letter))),
                new Turns(Addresses.list(batch.id(), filter), page, letters.hasMore()));
        return card;
    }

    private String none(Batch batch) {
        if (filter == LetterFilter.OUT) {
            return say("dunning.letters.none-out");
        }
        return say(batch.state() == BatchState.RECALLED ? "dunning.letters.none-left" : "dunning.letters.none");
    }

    private Nav places(Batch batch, List<BatchCount> counts) {
        var places = new Nav();
        places.addClassName("places");
        places.getElement().setAttribute("aria-label", say("dunning.letters"));
        for (var one : LetterFilter.values()) {
            var link = new Anchor(
                    Addresses.list(batch.id(), one) + "1",
                    DunningWords.of("letters", one) + " (" + SumsCard.count(counts, one) + ")");
            if (one == filter) {
                link.getElement().setAttribute("aria-current", "page");
            }
            places.add(link);
        }
        return places;
    }

    private void recall(Batch batch) {
        attempt(batch, () -> {
            var count = desk.recall(who(), batch.id());
            tell(count == 0 ? Tone.WARN : Tone.GOOD, recalled(batch, count));
        });
    }

    private String recalled(Batch batch, int count) {
        if (count == 0) {
            return say("dunning.recalled.none");
        }
        var words = DunningWords.count("dunning.recalled", count);
        var left = SumsCard.left(desk.counts(who(), batch.id()));
        return left == 0 ? words : words + " " + DunningWords.count("dunning.recalled.stand", left);
    }

    private void attempt(Batch batch, Runnable deed) {
        told.removeAll();
        try {
            deed.run();
        } catch (DomainException refused) {
            tell(Tone.BAD, Texts.refusal(refused));
        }
        show(latest(batch));
    }

    private Batch latest(Batch batch) {
        return desk.find(who(), batch.id()).orElseThrow();
    }

    private void tell(Tone tone, String sentence) {
        told.add(Notice.plain(tone, sentence).announced());
    }

    private CurrentStaff who() {
        return signedIn.get();
    }
}
