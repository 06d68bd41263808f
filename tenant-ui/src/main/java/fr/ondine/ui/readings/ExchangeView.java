package fr.ondine.ui.readings;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.metering.ExchangeOutcome;
import fr.ondine.platform.metering.MeterExchanges;
import fr.ondine.platform.metering.MeterInstallation;
import fr.ondine.platform.metering.ReadPlace;
import fr.ondine.platform.metering.ReadingEntries;
import fr.ondine.ui.security.SignedInStaff;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Notice;
import fr.ondine.ui.shell.Page;
import fr.ondine.ui.shell.Tone;
import fr.ondine.ui.staff.StaffLayout;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;

/** Takes down that the meter of a contract's place was exchanged. */
@Route(value = Addresses.EXCHANGE, layout = StaffLayout.class)
@RolesAllowed("SERVE")
class ExchangeView extends Page implements BeforeEnterObserver {

    private final transient ReadingEntries entries;
    private final transient MeterExchanges exchanges;
    private final transient SignedInStaff signedIn;
    private final transient Clock clock;
    private final Div told = new Div();

    ExchangeView(ReadingEntries entries, MeterExchanges exchanges, SignedInStaff signedIn, Clock clock) {
        super("readings.exchange.title");
        this.entries = entries;
        this.exchanges = exchanges;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent arrival) {
        told.removeAll();
        clear();
        arrival.getLocation()
                .getQueryParameters()
                .getSingleParameter(Addresses.AGREEMENT)
                .flatMap(Addresses::id)
                .flatMap(id -> entries.place(signedIn.get(), new AgreementId(id)))
                .ifPresentOrElse(this::show, () -> arrival.rerouteToError(NotFoundException.class));
    }

    private void show(ReadPlace place) {
        clear();
        var agreement = place.agreement();
        add(
                new Paragraph(new Anchor(
                        Addresses.contract(agreement.id()), say("readings.back-to-contract", agreement.number()))),
                column(told, columns(column(exchange(place)), column(new PlaceCard(place)))));
    }

    private Card exchange(ReadPlace place) {
        return place.inPlace()
                .map(old -> new Card(new Paragraph(say("readings.exchange.what")), form(place, old)).main())
                .orElseGet(() -> new Card(new Paragraph(say("metering.refused.nothing-in-place"))));
    }

    private ExchangeForm form(ReadPlace place, MeterInstallation old) {
        var agreement = place.agreement().id();
        return new ExchangeForm(old, LocalDate.now(clock))
                .onExchange(
                        (typed, confirmed) -> exchanges.exchange(signedIn.get(), agreement, typed, confirmed),
                        done -> done(agreement, done));
    }

    private void done(AgreementId agreement, ExchangeOutcome.Done done) {
        told.removeAll();
        told.add(new Notice(
                        Tone.GOOD,
                        say("readings.exchange.done", done.removed().serial()),
                        ReadingWords.compared(done.judgement()))
                .announced());
        entries.place(signedIn.get(), agreement).ifPresent(this::show);
    }
}
