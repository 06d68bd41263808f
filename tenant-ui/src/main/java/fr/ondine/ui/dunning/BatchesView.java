package fr.ondine.ui.dunning;

import static fr.ondine.ui.dunning.DunningWords.say;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import fr.ondine.platform.kernel.DomainException;
import fr.ondine.platform.reminders.Batch;
import fr.ondine.platform.reminders.ReminderDesk;
import fr.ondine.platform.staff.StaffPermission;
import fr.ondine.ui.security.SignedInStaff;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Notice;
import fr.ondine.ui.shell.Page;
import fr.ondine.ui.shell.ResponsiveTable;
import fr.ondine.ui.shell.Texts;
import fr.ondine.ui.shell.Tone;
import fr.ondine.ui.shell.Turns;
import fr.ondine.ui.shell.Written;
import fr.ondine.ui.staff.StaffLayout;
import jakarta.annotation.security.RolesAllowed;

/** All batches of reminders, the newest first, and the way to prepare another. */
@Route(value = Addresses.HOME, layout = StaffLayout.class)
@RolesAllowed("LOOK_AT_BILLING")
class BatchesView extends Page implements BeforeEnterObserver {

    private final transient ReminderDesk desk;
    private final transient SignedInStaff signedIn;
    private final Div told = new Div();

    BatchesView(ReminderDesk desk, SignedInStaff signedIn) {
        super("dunning.title");
        this.desk = desk;
        this.signedIn = signedIn;
        if (mayBill()) {
            beside(Button.primary(say("dunning.prepare")).onPress(this::prepare));
        }
    }

    private boolean mayBill() {
        return signedIn.get().may(StaffPermission.BILL);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent arrival) {
        var number = Addresses.page(arrival.getLocation().getQueryParameters());
        var page = desk.list(signedIn.get(), number);
        var what = new Card(new Paragraph(say(mayBill() ? "dunning.what" : "dunning.what.look")));
        if (page.rows().isEmpty()) {
            what.add(new Paragraph(say("dunning.none")));
            add(column(told, what));
            return;
        }
        var table = new ResponsiveTable()
                .column(say("dunning.batch"))
                .column(say("dunning.state"))
                .column(say("dunning.sent-on"))
                .column(say("dunning.by"));
        page.rows().forEach(batch -> row(table, batch));
        add(column(told, what, new Card(table, new Turns("/" + Addresses.HOME + "?page=", number, page.hasMore()))));
    }

    private static void row(ResponsiveTable table, Batch batch) {
        var sentOn = batch.sentOn();
        table.row(
                new Anchor("/" + Addresses.batch(batch.id()), DunningWords.say("dunning.batch.of", batch.day())),
                DunningWords.pill(batch),
                new Span(sentOn == null ? "" : Written.date(sentOn)),
                new Span(batch.createdBy()));
    }

    private void prepare() {
        try {
            UI.getCurrentOrThrow().navigate(Addresses.batch(desk.prepare(signedIn.get())));
        } catch (DomainException refused) {
            told.removeAll();
            told.add(Notice.plain(Tone.BAD, Texts.refusal(refused)).announced());
        }
    }
}
