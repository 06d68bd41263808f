package fr.ondine.ui.consumption;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Route;
import fr.ondine.platform.customers.AgreementCard;
import fr.ondine.platform.customers.Agreements;
import fr.ondine.platform.metering.Consumption;
import fr.ondine.platform.metering.ConsumptionHistory;
import fr.ondine.platform.metering.MeterState;
import fr.ondine.platform.metering.MeteredUse;
import fr.ondine.platform.metering.Occupancy;
import fr.ondine.platform.metering.Reading;
import fr.ondine.platform.metering.ReadingSource;
import fr.ondine.platform.metering.ReadingWindows;
import fr.ondine.platform.tenancy.Tenants;
import fr.ondine.tenantconfig.Feature;
import fr.ondine.ui.contract.ChosenContract;
import fr.ondine.ui.contract.ContractPage;
import fr.ondine.ui.contract.Contracts;
import fr.ondine.ui.leakfiles.LeakWarnings;
import fr.ondine.ui.shell.ActionLink;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.EmptyState;
import fr.ondine.ui.shell.Icon;
import fr.ondine.ui.shell.Notice;
import fr.ondine.ui.shell.PortalLayout;
import fr.ondine.ui.shell.ResponsiveTable;
import fr.ondine.ui.shell.Tone;
import fr.ondine.ui.shell.Written;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a contract's place has used, period by period, and by which readings that is known. */
@Route(value = "consommations", layout = PortalLayout.class)
@RolesAllowed("SUBSCRIBER")
class ConsumptionView extends ContractPage {

    private static final int READINGS_SHOWN = 12;

    private final transient Agreements agreements;
    private final transient Consumption consumption;
    private final transient ReadingWindows windows;
    private final transient Tenants tenants;
    private final transient LeakWarnings leaks;
    private final transient Clock clock;

    ConsumptionView(
            Contracts contracts,
            Agreements agreements,
            Consumption consumption,
            ReadingWindows windows,
            Tenants tenants,
            LeakWarnings leaks,
            Clock clock) {
        super(contracts, "consumption.title");
        this.agreements = agreements;
        this.consumption = consumption;
        this.windows = windows;
        this.tenants = tenants;
        this.leaks = leaks;
        this.clock = clock;
    }

    @Override
    protected boolean isShared() {
        return true;
    }

    @Override
    protected void show(ChosenContract chosen) {
        var card = agreements.seen(chosen.user(), chosen.id());
        var use = consumption.of(Occupancy.of(card));
        use.meter().ifPresentOrElse(meter -> fill(chosen, use, meter), () -> add(unmetered(card)));
    }

    private void fill(ChosenContract chosen, MeteredUse use, MeterState meter) {
        var history = use.history();
        warning(chosen, history).ifPresent(this::add);
        var cards = column(charted(chosen, history), meter(chosen, meter));
        if (!use.readings().isEmpty()) {
            cards.add(readings(chosen, use.readings()));
        }
        add(cards);
    }

    /** What became of a leak, where there is a file about the last use; else that the use is unusual. */
    private Optional<Notice> warning(ChosenContract chosen, ConsumptionHistory history) {
        var readOn = history.last().map(one -> one.period().until());
        var leak = chosen.contract().isHeld() ? leaks.of(chosen.user(), chosen.id(), readOn) : Optional.<Notice>empty();
        return leak.or(() -> Optional.of(history)
                .filter(seen -> seen.isAbnormal() && tenants.current().offers(Feature.ABNORMAL_USE_NOTICE))
                .map(this::abnormal));
    }

    private Component unmetered(AgreementCard card) {
        return card.startedOn().isAfter(LocalDate.now(clock))
                ? new EmptyState(
                        Icon.DROP, say("consumption.not-begun"), say("consumption.not-begun.why", card.startedOn()))
                : new EmptyState(Icon.DROP, say("consumption.none"), say("consumption.none.why"));
    }

    private Notice abnormal(ConsumptionHistory history) {
        var notice = new Notice(
                Tone.WARN,
                say("consumption.abnormal"),
                new Paragraph(compared(history)),
                new Paragraph(say("consumption.abnormal.do")));
        notice.add(new Paragraph(
                Written.typeset(tenants.current().subscriberTexts().consumption())));
        return notice;
    }

    private String compared(ConsumptionHistory history) {
        var volume = history.last().orElseThrow().volume();
        return history.usual()
                .map(usual -> say("consumption.abnormal.how", volume, usual))
                .orElseGet(() -> say("consumption.abnormal.how-here", volume));
    }

    private Component charted(ChosenContract chosen, ConsumptionHistory history) {
        if (history.periods().isEmpty()) {
            return new EmptyState(Icon.DROP, say("consumption.too-new"), say("consumption.too-new.why"));
        }
        var csv = new Anchor(chosen.link("consommations.csv"), say("consumption.csv"));
        csv.setRouterIgnore(true);
        var card = Card.headed(say("consumption.chart"), csv);
        card.add(new Paragraph(caption(history)), ConsumptionChart.of(history));
        return card;
    }

    private String caption(ConsumptionHistory history) {
        return history.usual()
                .flatMap(usual ->
                        history.litresPerDay().map(daily -> say("consumption.caption.compared", usual, daily.litres())))
                .or(() -> history.litresPerDay().map(daily -> say("consumption.caption", daily.litres())))
                .orElse(say("consumption.caption.new"));
    }

    private Component meter(ChosenContract chosen, MeterState meter) {
        var words =
                new Div(new H2(say("consumption.meter", meter.meter().serial())), new Paragraph(last(chosen, meter)));
        var line = row(words);
        line.addClassName("spread");
        if (chosen.contract().isHeld()
                && meter.meter().isInPlace()
                && !chosen.contract().ended()
                && tenants.current().offers(Feature.CUSTOMER_READINGS)) {
            windows.closedUntil()
                    .ifPresentOrElse(
                            next -> words.add(new Paragraph(say("metering.reading-window-closed", next))),
                            () -> line.add(
                                    ActionLink.primary(chosen.link("consommations/releve"), say("consumption.send"))));
        }
        return new Card(line);
    }

    private String last(ChosenContract chosen, MeterState meter) {
        return meter.last()
                .map(known -> meter.unread()
                        ? say("consumption.meter.fitted", known.register(), known.readOn())
                        : say("consumption.meter.last", known.register(), known.readOn(), source(chosen, known)))
                .orElseGet(() -> say("consumption.meter.unread"));
    }

    private Component readings(ChosenContract chosen, List<Reading> readings) {
        var table = new ResponsiveTable().caption(say("consumption.readings.caption"));
        table.column(say("consumption.readings.day"))
                .keyColumn(say("consumption.readings.register"))
                .column(say("consumption.readings.source"))
                .column(say("consumption.readings.meter"));
        readings.stream()
                .limit(READINGS_SHOWN)
                .forEach(reading -> table.row(
                        Written.date(reading.readOn()),
                        Written.volume(reading.register()),
                        source(chosen, reading),
                        reading.meterSerial()));
        return new Card(say("consumption.readings"), table);
    }

    private String source(ChosenContract chosen, Reading reading) {
        if (reading.source() == ReadingSource.CUSTOMER && !chosen.contract().isHeld()) {
            return say("consumption.source.holder");
        }
        return say("consumption.source." + reading.source().name().toLowerCase(Locale.ROOT) + "."
                + reading.quality().name().toLowerCase(Locale.ROOT));
    }
}
