package fr.ondine.ui.consumption;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Route;
import fr.ondine.platform.kernel.DomainException;
import fr.ondine.platform.kernel.Volume;
import fr.ondine.platform.metering.MeterState;
import fr.ondine.platform.metering.MeterToday;
import fr.ondine.platform.metering.NoMeterInPlace;
import fr.ondine.platform.metering.Readings;
import fr.ondine.platform.metering.SubmissionOutcome;
import fr.ondine.platform.tenancy.Tenants;
import fr.ondine.ui.contract.ChosenContract;
import fr.ondine.ui.contract.ContractPage;
import fr.ondine.ui.contract.Contracts;
import fr.ondine.ui.leakfiles.LeakWarnings;
import fr.ondine.ui.shell.ActionLink;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.EmptyState;
import fr.ondine.ui.shell.Form;
import fr.ondine.ui.shell.Icon;
import fr.ondine.ui.shell.Notice;
import fr.ondine.ui.shell.PortalLayout;
import fr.ondine.ui.shell.TextField;
import fr.ondine.ui.shell.Texts;
import fr.ondine.ui.shell.Tone;
import fr.ondine.ui.shell.Written;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes the black digits of the meter; an unusual volume is asked for a second time, and a leak told of at once. */
@Route(value = "consommations/releve", layout = PortalLayout.class)
@RolesAllowed("SUBSCRIBER")
class SendReadingView extends ContractPage {

    private static final int MOST_DIGITS = 9;
    private static final String[] EXPLAINED = {
        "metering.reading-below-last",
        "metering.reading-below-earlier",
        "metering.reading-implausible",
        "metering.reading-implausible-here",
        "metering.reading-too-long"
    };

    private final transient Readings readings;
    private final transient Tenants tenants;
    private final transient LeakWarnings leaks;
    /** What was typed and found unusual, until it is typed again. */
    private @Nullable Long doubted;

    SendReadingView(Contracts contracts, Readings readings, Tenants tenants, LeakWarnings leaks) {
        super(contracts, "consumption.reading.title");
        this.readings = readings;
        this.tenants = tenants;
        this.leaks = leaks;
        narrow();
    }

    @Override
    protected void show(ChosenContract chosen) {
        doubted = null;
        try {
            add(card(chosen, readings.meter(chosen.user(), chosen.id())));
        } catch (NoMeterInPlace none) {
            add(nothing("consumption.reading.no-meter", say("consumption.reading.no-meter.why"), chosen));
        } catch (DomainException refusal) {
            add(nothing("consumption.reading.not-now", Texts.refusal(refusal), chosen));
        }
    }

    private EmptyState nothing(String heading, String why, ChosenContract chosen) {
        return new EmptyState(
                Icon.DROP,
                say(heading),
                why,
                ActionLink.secondary(chosen.link("consommations"), say("consumption.reading.back")));
    }

    private Card card(ChosenContract chosen, MeterToday today) {
        var meter = today.before();
        var digits = TextField.digits("index", say("consumption.reading.label"));
        digits.help(say("consumption.reading.help", meter.meter().dials())).explains(EXPLAINED);
        digits.required();
        var form = new Form(digits, Button.submit(say("consumption.reading.send")));
        var card = new Card(
                say("consumption.meter", meter.meter().serial()),
                new Paragraph(
                        Written.typeset(tenants.current().subscriberTexts().reading())),
                new Paragraph(last(meter)));
        today.sent()
                .map(sent -> new Paragraph(say("consumption.reading.sent", sent.register())))
                .ifPresent(card::add);
        card.add(form);
        form.onSubmit(() -> send(chosen, form, digits, card));
        return card;
    }

    private String last(MeterState meter) {
        return meter.last()
                .map(known -> say(
                        meter.unread() ? "consumption.meter.fitted" : "consumption.reading.last",
                        known.register(),
                        known.readOn()))
                .orElseGet(() -> say("consumption.meter.unread"));
    }

    private void send(ChosenContract chosen, Form form, TextField digits, Card card) {
        var typed = cubicMetres(digits.value());
        if (typed.isEmpty()) {
            form.refuse(digits, say("consumption.reading.digits-only"));
            return;
        }
        var confirmed = typed.get().equals(doubted);
        var outcome = readings.submit(chosen.user(), chosen.id(), Volume.ofCubicMetres(typed.get()), confirmed);
        switch (outcome) {
            case SubmissionOutcome.Accepted accepted -> thank(chosen, accepted, card);
            case SubmissionOutcome.NeedsConfirmation asked -> askAgain(asked, typed.get(), form, digits);
        }
    }

    private void askAgain(SubmissionOutcome.NeedsConfirmation asked, long typed, Form form, TextField digits) {
        doubted = typed;
        form.refuse(digits, question(asked));
        digits.clear();
    }

    private String question(SubmissionOutcome.NeedsConfirmation asked) {
        var key = asked.isMoreThanExpected() ? "consumption.reading.much" : "consumption.reading.little";
        return asked.volumes()
                .map(volumes -> say(key, volumes.sinceLast(), volumes.expected()))
                .orElseGet(() -> say(key + "-here"));
    }

    private void thank(ChosenContract chosen, SubmissionOutcome.Accepted accepted, Card card) {
        card.removeFromParent();
        var reading = accepted.reading();
        var kept = accepted.sinceLast()
                .map(volume -> say("consumption.reading.kept", reading.register(), reading.readOn(), volume))
                .orElseGet(() -> say("consumption.reading.kept-first", reading.register(), reading.readOn()));
        var told = column(new Notice(Tone.GOOD, say("consumption.reading.thanks"), kept).announced());
        var leak = leaks.of(chosen.user(), chosen.id(), Optional.of(reading.readOn()));
        leak.ifPresent(told::add);
        var back = chosen.link("consommations");
        told.add(
                leak.isPresent()
                        ? ActionLink.secondary(back, say("consumption.reading.back"))
                        : ActionLink.primary(back, say("consumption.reading.back")));
        add(told);
    }

    /** Whole cubic metres; spaces between the digits are accepted, red digits and commas are not. */
    private static Optional<Long> cubicMetres(String typed) {
        var digits = typed.replaceAll("[\\s\\u00a0\\u202f]", "");
        return digits.matches("\\d{1," + MOST_DIGITS + "}") ? Optional.of(Long.valueOf(digits)) : Optional.empty();
    }
}
