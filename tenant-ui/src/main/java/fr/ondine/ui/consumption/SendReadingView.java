package fr.ondine.ui.consumption;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Route;
import fr.ondine.platform.customers.Agreements;
import fr.ondine.platform.kernel.Volume;
import fr.ondine.platform.metering.Consumption;
import fr.ondine.platform.metering.MeterInstallation;
import fr.ondine.platform.metering.Readings;
import fr.ondine.platform.metering.SubmissionOutcome;
import fr.ondine.platform.network.ServicePointId;
import fr.ondine.platform.tenancy.Tenants;
import fr.ondine.ui.contract.ChosenContract;
import fr.ondine.ui.contract.ContractPage;
import fr.ondine.ui.contract.Contracts;
import fr.ondine.ui.shell.ActionLink;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.EmptyState;
import fr.ondine.ui.shell.Form;
import fr.ondine.ui.shell.Icon;
import fr.ondine.ui.shell.Notice;
import fr.ondine.ui.shell.PortalLayout;
import fr.ondine.ui.shell.TextField;
import fr.ondine.ui.shell.Tone;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes the black digits of the meter; an unusual volume is asked for a second time. */
@Route(value = "consommations/releve", layout = PortalLayout.class)
@RolesAllowed("SUBSCRIBER")
class SendReadingView extends ContractPage {

    private static final int MOST_DIGITS = 9;

    private final transient Agreements agreements;
    private final transient Consumption consumption;
    private final transient Readings readings;
    private final transient Tenants tenants;
    /** What was typed and found unusual, until it is typed again. */
    private @Nullable Long doubted;

    SendReadingView(
            Contracts contracts, Agreements agreements, Consumption consumption, Readings readings, Tenants tenants) {
        super(contracts, "consumption.reading.title");
        this.agreements = agreements;
        this.consumption = consumption;
        this.readings = readings;
        this.tenants = tenants;
        narrow();
    }

    @Override
    protected void show(ChosenContract chosen) {
        doubted = null;
        var point = agreements.card(chosen.user(), chosen.id()).servicePoint();
        var meter = consumption.meters(point).stream()
                .filter(MeterInstallation::isInPlace)
                .findFirst();
        meter.ifPresentOrElse(
                found -> add(card(chosen, point, found)),
                () -> add(new EmptyState(
                        Icon.DROP, say("consumption.reading.no-meter"), say("consumption.reading.no-meter.why"))));
    }

    private Card card(ChosenContract chosen, ServicePointId point, MeterInstallation meter) {
        var digits = TextField.digits("index", say("consumption.reading.label"));
        digits.help(say("consumption.reading.help", meter.dials()))
                .explains("metering.reading-below-last", "metering.reading-implausible", "metering.reading-too-long");
        digits.required();
        var form = new Form(digits, Button.submit(say("consumption.reading.send")));
        var card = new Card(
                say("consumption.meter", meter.serial()),
                new Paragraph(tenants.current().subscriberTexts().reading()),
                new Paragraph(last(point)),
                form);
        form.onSubmit(() -> send(chosen, point, form, digits, card));
        return card;
    }

    private String last(ServicePointId point) {
        return consumption
                .lastReading(point)
                .map(reading -> say("consumption.reading.last", reading.register(), reading.readOn()))
                .orElse(say("consumption.meter.unread"));
    }

    private void send(ChosenContract chosen, ServicePointId point, Form form, TextField digits, Card card) {
        var typed = cubicMetres(digits.value());
        if (typed.isEmpty()) {
            form.refuse(digits, say("consumption.reading.digits-only"));
            return;
        }
        var confirmed = typed.get().equals(doubted);
        var outcome = readings.submit(point, chosen.user().value(), Volume.ofCubicMetres(typed.get()), confirmed);
        switch (outcome) {
            case SubmissionOutcome.Accepted accepted -> thank(chosen, accepted, card);
            case SubmissionOutcome.NeedsConfirmation asked -> askAgain(asked, typed.get(), form, digits);
        }
    }

    private void askAgain(SubmissionOutcome.NeedsConfirmation asked, long typed, Form form, TextField digits) {
        doubted = typed;
        form.refuse(
                digits,
                say(
                        asked.isMoreThanExpected() ? "consumption.reading.much" : "consumption.reading.little",
                        asked.sinceLast(),
                        asked.expected()));
        digits.clear();
    }

    private void thank(ChosenContract chosen, SubmissionOutcome.Accepted accepted, Card card) {
        card.removeFromParent();
        var kept = say(
                "consumption.reading.kept",
                accepted.reading().register(),
                accepted.reading().readOn(),
                accepted.sinceLast());
        add(column(
                new Notice(Tone.GOOD, say("consumption.reading.thanks"), kept).announced(),
                ActionLink.primary(chosen.link("consommations"), say("consumption.reading.back"))));
    }

    /** Whole cubic metres; spaces between the digits are accepted, red digits and commas are not. */
    private static Optional<Long> cubicMetres(String typed) {
        var digits = typed.replaceAll("[\\s\\u00a0\\u202f]", "");
        return digits.matches("\\d{1," + MOST_DIGITS + "}") ? Optional.of(Long.valueOf(digits)) : Optional.empty();
    }
}
