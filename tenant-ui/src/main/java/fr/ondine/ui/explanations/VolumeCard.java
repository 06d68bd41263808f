package fr.ondine.ui.explanations;

import static fr.ondine.ui.explanations.ExplanationWords.say;

import com.vaadin.flow.component.html.Paragraph;
import fr.ondine.platform.billing.BilledMeter;
import fr.ondine.platform.billing.ExplainedInvoice;
import fr.ondine.platform.billing.InvoiceKind;
import fr.ondine.platform.billing.MeasuredUse;
import fr.ondine.platform.kernel.Volume;
import fr.ondine.ui.shell.Amount;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Notice;
import fr.ondine.ui.shell.Tone;
import fr.ondine.ui.shell.Written;
import java.util.Optional;

/** Why so much water was billed: between which registers, and beside the same days of the year before. */
final class VolumeCard extends Card {

    /** Less apart, nobody would call it more or less. */
    private static final long PERCENT_APART = 3;

    private VolumeCard(ExplainedInvoice invoice, Volume volume) {
        super(say("explanations.volume"), Amount.exactly(volume).medium());
        if (invoice.meters().isEmpty()) {
            add(new Paragraph(say("explanations.volume.registers-unknown")));
            return;
        }
        add(new MetersTable(invoice.meters()));
        var before = invoice.estimatedBefore();
        if (before.litres() > 0) {
            add(new Paragraph(estimated(before, volume.minus(before))));
        }
        if (invoice.isMeterReplaced()) {
            add(new Paragraph(say("explanations.volume.replaced")));
        }
        if (invoice.meters().stream().anyMatch(BilledMeter::isRolledOver)) {
            add(new Paragraph(say("explanations.volume.rolled-over")));
        }
        if (invoice.meters().stream().anyMatch(BilledMeter::isEstimated)) {
            add(new Paragraph(say("explanations.volume.estimated")));
        }
        invoice.measured().ifPresent(now -> compare(now, invoice.yearBefore()));
    }

    /** To the litre, as its lines count it. */
    private static String estimated(Volume before, Volume left) {
        var written = Written.here();
        return left.litres() < 0
                ? say(
                        "explanations.volume.estimated-above",
                        written.volume(before),
                        written.volume(new Volume(-left.litres())))
                : say("explanations.volume.estimated-before", written.volume(before), written.volume(left));
    }

    static Optional<VolumeCard> of(ExplainedInvoice invoice) {
        return Optional.ofNullable(invoice.volume())
                .filter(volume -> invoice.kind() != InvoiceKind.CREDIT_NOTE)
                .map(volume -> new VolumeCard(invoice, volume));
    }

    private void compare(MeasuredUse now, Optional<MeasuredUse> before) {
        add(new Paragraph(say("explanations.volume.day", litres(now))));
        before.filter(then -> then.litresPerDay() > 0).ifPresent(then -> {
            var percent = now.percentAbove(then);
            add(new Paragraph(say(
                    "explanations.volume.before." + direction(percent),
                    Written.date(then.days().from()),
                    Written.date(then.days().until()),
                    then.used(),
                    litres(then),
                    Math.abs(percent))));
            if (now.isOverTwice(then)) {
                add(Notice.plain(Tone.WARN, say("consumption.abnormal.do")));
            }
        });
    }

    private static String litres(MeasuredUse use) {
        return ExplanationWords.counted("litres", use.litresPerDay());
    }

    private static String direction(long percent) {
        if (Math.abs(percent) < PERCENT_APART) {
            return "same";
        }
        return percent > 0 ? "more" : "less";
    }
}
