package fr.ondine.ui.dashboard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import fr.ondine.platform.kernel.Period;
import fr.ondine.platform.metering.Reading;
import fr.ondine.platform.metering.ReadingSource;
import fr.ondine.tenantconfig.Feature;
import fr.ondine.tenantconfig.TenantConfig;
import fr.ondine.ui.shell.ActionLink;
import fr.ondine.ui.shell.Amount;
import fr.ondine.ui.shell.Card;
import java.util.Locale;
import java.util.Optional;

/** What the meter showed last, and the way to send what it shows now. */
class ReadingCard extends Card {

    ReadingCard(Overview overview, TenantConfig utility, Optional<String> sendPage) {
        add(new H2(getTranslation("dashboard.reading")));
        overview.lastReading()
                .ifPresentOrElse(
                        reading -> show(reading, sendPage.isPresent()),
                        () -> add(new Paragraph(getTranslation("dashboard.reading.none"))));
        if (sendPage.isPresent() && overview.canBeRead() && utility.offers(Feature.CUSTOMER_READINGS)) {
            add(overview.readingWindow().<Component>map(this::later).orElseGet(() -> send(sendPage.get())));
        }
    }

    private Component later(Period window) {
        return new Paragraph(getTranslation("metering.reading-window-closed", window));
    }

    private Component send(String page) {
        var send = ActionLink.secondary(page, getTranslation("dashboard.reading.send"))
                .wide();
        send.addClassName("after");
        return send;
    }

    private void show(Reading reading, boolean isHeld) {
        var source = getTranslation("dashboard.reading." + (isHeld ? source(reading) : seen(reading)));
        var when = new Paragraph(
                getTranslation("dashboard.reading.when", reading.readOn(), reading.meterSerial(), source));
        when.addClassNames("soft", "small");
        add(new Amount(reading.register()).medium(), when);
    }

    private static String source(Reading reading) {
        return reading.source().name().toLowerCase(Locale.ROOT);
    }

    /** By whom it was read, for somebody whom the holder lets look. */
    private static String seen(Reading reading) {
        return reading.source() == ReadingSource.CUSTOMER ? "holder" : source(reading);
    }
}
