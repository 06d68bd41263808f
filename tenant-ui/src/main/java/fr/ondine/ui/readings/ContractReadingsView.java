package fr.ondine.ui.readings;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.metering.CheckedReadings;
import fr.ondine.platform.metering.EntryOutcome;
import fr.ondine.platform.metering.ReadPlace;
import fr.ondine.platform.metering.ReadingEntries;
import fr.ondine.platform.staff.StaffPermission;
import fr.ondine.ui.security.SignedInStaff;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Notice;
import fr.ondine.ui.shell.Page;
import fr.ondine.ui.shell.Tone;
import fr.ondine.ui.staff.StaffLayout;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;

/** The readings of one contract, which is found first: a new one is entered, another opened to be corrected. */
@Route(value = Addresses.CONTRACT, layout = StaffLayout.class)
@RolesAllowed("LOOK")
class ContractReadingsView extends Page implements BeforeEnterObserver {

    private final transient ReadingEntries entries;
    private final transient CheckedReadings checked;
    private final transient SignedInStaff signedIn;
    private final transient Clock clock;
    private final Div told = new Div();

    ContractReadingsView(ReadingEntries entries, CheckedReadings checked, SignedInStaff signedIn, Clock clock) {
        super("readings.contract.title");
        this.entries = entries;
        this.checked = checked;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent arrival) {
        told.removeAll();
        show(arrival.getLocation().getQueryParameters());
    }

    private void show(QueryParameters address) {
        clear();
        var back = ReadingLinks.back(address, signedIn.get());
        add(new Paragraph(back.orElseGet(() -> new Anchor("/" + Addresses.HOME, say("readings.back")))));
        var finder = new ContractFinder(typed -> entries.find(signedIn.get(), typed));
        address.getSingleParameter(Addresses.AGREEMENT)
                .flatMap(Addresses::id)
                .flatMap(id -> entries.place(signedIn.get(), new AgreementId(id)))
                .ifPresentOrElse(place -> show(address, place, finder), () -> add(column(finder)));
    }

    private void show(QueryParameters address, ReadPlace place, ContractFinder finder) {
        var known = column(new PlaceCard(place), finder);
        add(column(
                told,
                signedIn.get().may(StaffPermission.SERVE) ? columns(column(entry(address, place)), known) : known,
                new ReadingsCard(
                        place, checked.withdrawn(signedIn.get(), place), one -> ReadingLinks.ofReading(one, address))));
    }

    private Card entry(QueryParameters address, ReadPlace place) {
        if (place.meters().isEmpty()) {
            return new Card(say("readings.enter"), new Paragraph(say("readings.no-meter")));
        }
        var agreement = place.agreement().id();
        var form = new EntryForm(LocalDate.now(clock), say("readings.enter.submit"))
                .onEntry(
                        (typed, confirmed) -> entries.enter(signedIn.get(), agreement, typed, confirmed),
                        kept -> kept(address, kept));
        var exchanged = new Anchor(Addresses.exchange(agreement), say("readings.exchange.link"));
        return new Card(say("readings.enter"), form, new Paragraph(exchanged)).main();
    }

    private void kept(QueryParameters address, EntryOutcome.Kept kept) {
        told.removeAll();
        var notice = new Notice(
                Tone.GOOD,
                say(
                        "readings.kept",
                        ReadingWords.register(kept.reading()),
                        kept.reading().readOn()),
                ReadingWords.compared(kept.judgement()));
        if (ReadingLinks.isOfRun(address)) {
            notice.add(new Paragraph(say("readings.kept.run")));
        }
        told.add(notice.announced());
        show(address);
    }
}
