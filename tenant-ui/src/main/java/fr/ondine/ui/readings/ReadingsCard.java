package fr.ondine.ui.readings;

import static fr.ondine.ui.readings.ReadingWords.say;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import fr.ondine.platform.kernel.Volume;
import fr.ondine.platform.metering.KnownReading;
import fr.ondine.platform.metering.MeterInstallation;
import fr.ondine.platform.metering.ReadPlace;
import fr.ondine.platform.metering.ReadingId;
import fr.ondine.platform.metering.WithdrawnReading;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Pill;
import fr.ondine.ui.shell.ResponsiveTable;
import fr.ondine.ui.shell.Tone;
import fr.ondine.ui.shell.Written;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The readings of a place: those that stand, and those that no longer do. */
final class ReadingsCard extends Card {

    private static final int MOST = 24;

    ReadingsCard(ReadPlace place, List<WithdrawnReading> withdrawn, Function<ReadingId, String> address) {
        super(say("readings.known"));
        if (place.known().isEmpty()) {
            add(new Paragraph(say("readings.known.none")));
        } else {
            add(standing(place, address));
        }
        if (place.meters().size() > 1) {
            add(meters(place.meters()));
        }
        if (!withdrawn.isEmpty()) {
            add(withdrawn(withdrawn));
        }
    }

    private static ResponsiveTable standing(ReadPlace place, Function<ReadingId, String> address) {
        var table = new ResponsiveTable()
                .column(say("readings.day"))
                .column(say("readings.register"))
                .column(say("readings.read-by"))
                .column(say("readings.meter"))
                .column(say("readings.state"))
                .actionColumn(say("readings.next"));
        place.known().stream()
                .limit(MOST)
                .forEach(one -> table.row(
                        new Span(Written.date(one.reading().readOn())),
                        new Span(ReadingWords.register(one.reading())),
                        new Span(ReadingWords.source(one.reading())),
                        new Span(one.reading().meterSerial()),
                        state(one),
                        action(one, address)));
        return table;
    }

    /** What each showed when it came and when it went, the latest first. */
    private static ResponsiveTable meters(List<MeterInstallation> meters) {
        var table = new ResponsiveTable()
                .caption(say("readings.meters"))
                .column(say("readings.meter"))
                .column(say("readings.meter.fitted"))
                .column(say("readings.meter.removed"));
        meters.reversed()
                .forEach(meter -> table.row(
                        meter.serial(),
                        shown(meter.installedOn(), meter.installRegister()),
                        meter.isInPlace()
                                ? say("readings.meter.in-place")
                                : shown(meter.removedOn(), meter.removalRegister())));
        return table;
    }

    private static String shown(@Nullable LocalDate day, @Nullable Volume register) {
        if (day == null) {
            return "";
        }
        return register == null
                ? Written.date(day)
                : say("readings.meter.shown", day, Written.here().volume(register));
    }

    private static Component state(KnownReading one) {
        if (one.isBilled()) {
            return new Pill(Tone.INFO, say("readings.billed"));
        }
        return one.doubt().<Component>map(ReadingWords::pill).orElseGet(Span::new);
    }

    private static Component action(KnownReading one, Function<ReadingId, String> address) {
        if (one.isBilled()) {
            return new Span();
        }
        var link = new Anchor(address.apply(one.id()), say("readings.correct"));
        link.getElement()
                .setAttribute(
                        "aria-label", say("readings.correct.day", one.reading().readOn()));
        return link;
    }

    private static ResponsiveTable withdrawn(List<WithdrawnReading> withdrawn) {
        var table = new ResponsiveTable()
                .caption(say("readings.withdrawn"))
                .column(say("readings.day"))
                .column(say("readings.register"))
                .column(say("readings.read-by"))
                .column(say("readings.withdrawn.what"))
                .column(say("readings.reason"));
        withdrawn.forEach(one -> table.row(
                Written.date(one.reading().readOn()),
                ReadingWords.register(one.reading()),
                ReadingWords.source(one.reading()),
                what(one),
                one.reason()));
        return table;
    }

    /** Nobody is named where another reading was sent in its place. */
    private static String what(WithdrawnReading one) {
        if (one.by().isEmpty()) {
            return say("readings.withdrawn.replaced", one.on());
        }
        return one.replacedBy()
                .map(right -> say("readings.withdrawn.corrected", Written.here().volume(right), one.by(), one.on()))
                .orElseGet(() -> say("readings.withdrawn.aside", one.by(), one.on()));
    }
}
