package fr.ondine.ui.readings;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import fr.ondine.platform.kernel.DomainException;
import fr.ondine.platform.metering.CheckedReadings;
import fr.ondine.platform.metering.KnownReading;
import fr.ondine.platform.metering.ReadPlace;
import fr.ondine.platform.metering.ReadingId;
import fr.ondine.platform.staff.StaffPermission;
import fr.ondine.ui.security.SignedInStaff;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Definitions;
import fr.ondine.ui.shell.Form;
import fr.ondine.ui.shell.Notice;
import fr.ondine.ui.shell.Page;
import fr.ondine.ui.shell.TextField;
import fr.ondine.ui.shell.Texts;
import fr.ondine.ui.shell.Tone;
import fr.ondine.ui.staff.StaffLayout;
import jakarta.annotation.security.RolesAllowed;

/** One reading: found right, corrected or set aside, as long as it is not billed. */
@Route(value = Addresses.READING, layout = StaffLayout.class)
@RolesAllowed("LOOK")
class OneReadingView extends Page implements BeforeEnterObserver {

    private static final String REASON_MISSING = "metering.refused.reason-missing";

    private final transient CheckedReadings checked;
    private final transient SignedInStaff signedIn;
    private final Div told = new Div();

    OneReadingView(CheckedReadings checked, SignedInStaff signedIn) {
        super("readings.one.title", "");
        this.checked = checked;
        this.signedIn = signedIn;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent arrival) {
        told.removeAll();
        var address = arrival.getLocation().getQueryParameters();
        Addresses.id(arrival.getRouteParameters().get(Addresses.WHICH).orElse(""))
                .map(ReadingId::new)
                .flatMap(id -> checked.place(signedIn.get(), id)
                        .flatMap(place -> place.find(id).map(one -> new Shown(place, one, address))))
                .ifPresentOrElse(this::show, () -> arrival.rerouteToError(NotFoundException.class));
    }

    private record Shown(ReadPlace place, KnownReading one, QueryParameters address) {}

    private void show(Shown shown) {
        clear();
        var one = shown.one();
        entitle(say("readings.one.title", one.reading().readOn()));
        var deeds = column(facts(shown));
        if (one.isBilled()) {
            deeds.add(new Notice(Tone.INFO, say("readings.billed.title"), say("metering.refused.already-billed")));
        } else if (mayServe()) {
            deeds.add(correction(shown), setAside(shown));
        }
        add(column(ways(shown), told, columns(deeds, column(new PlaceCard(shown.place())))));
    }

    private boolean mayServe() {
        return signedIn.get().may(StaffPermission.SERVE);
    }

    private Div ways(Shown shown) {
        var agreement = shown.place().agreement();
        return row(
                ReadingLinks.back(shown.address(), signedIn.get())
                        .orElseGet(
                                () -> new Anchor(ListAddress.of(shown.address()).whole(), say("readings.back"))),
                new Anchor(
                        ReadingLinks.ofContract(agreement.id(), shown.address()),
                        say("readings.back-to-contract", agreement.number())));
    }

    private Card facts(Shown shown) {
        var one = shown.one();
        var facts = new Definitions()
                .with(say("readings.register"), ReadingWords.register(one.reading()))
                .with(say("readings.read-by"), ReadingWords.source(one.reading()))
                .with(say("readings.meter"), one.reading().meterSerial());
        checked.judgement(signedIn.get(), shown.place(), one.id())
                .ifPresent(judgement -> facts.with(say("readings.volume"), ReadingWords.compared(judgement)));
        one.doubt().ifPresent(doubt -> facts.with(say("readings.why"), ReadingWords.pill(doubt)));
        var card = new Card(say("readings.facts"), facts).main();
        if (mayServe() && one.doubt().isPresent() && !one.isBilled()) {
            card.add(
                    new Paragraph(say("readings.confirm.what")),
                    Button.primary(say("readings.confirm.it")).onPress(() -> confirm(shown)));
        }
        return card;
    }

    private void confirm(Shown shown) {
        var one = shown.one();
        try {
            checked.confirm(signedIn.get(), one.seen());
            var number = shown.place().agreement().number();
            done(shown, say("readings.confirm.done", ReadingWords.register(one.reading()), number));
        } catch (DomainException refused) {
            told.removeAll();
            told.add(Notice.plain(Tone.BAD, Texts.refusal(refused)).announced());
        }
    }

    private Card correction(Shown shown) {
        var wrong = shown.one();
        var reason = reason("motif").help(say("readings.reason.help"));
        var form = new EntryForm(wrong.reading().readOn(), say("readings.correct.submit"), reason)
                .onEntry(
                        (typed, confirmed) ->
                                checked.correct(signedIn.get(), wrong.seen(), typed, reason.value(), confirmed),
                        kept -> done(
                                shown,
                                say(
                                        "readings.correct.done",
                                        ReadingWords.register(kept.reading()),
                                        ReadingWords.register(wrong.reading()))));
        return new Card(say("readings.correct.title"), new Paragraph(say("readings.correct.what")), form);
    }

    private Card setAside(Shown shown) {
        var one = shown.one();
        var reason = reason("motif-ecarte");
        var form = new Form(reason, Button.submit(say("readings.aside.submit")).subdued()).onSubmit(() -> {
            checked.setAside(signedIn.get(), one.seen(), reason.value());
            var day = one.reading().readOn();
            done(shown, say("readings.aside.done", ReadingWords.register(one.reading()), day));
        });
        return new Card(say("readings.aside.title"), new Paragraph(say("readings.aside.what")), form);
    }

    private TextField reason(String name) {
        return TextField.text(name, say("readings.reason"))
                .autocomplete("off")
                .required()
                .explains(REASON_MISSING);
    }

    /** The reading is no longer what it was: what is left to do is elsewhere. */
    private void done(Shown shown, String sentence) {
        clear();
        told.removeAll();
        told.add(Notice.plain(Tone.GOOD, sentence).announced());
        add(column(told, ways(shown)));
    }
}
