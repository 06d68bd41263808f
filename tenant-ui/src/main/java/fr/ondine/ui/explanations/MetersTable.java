package fr.ondine.ui.explanations;

import static fr.ondine.ui.explanations.ExplanationWords.say;

import fr.ondine.platform.billing.BilledMeter;
import fr.ondine.ui.shell.ResponsiveTable;
import fr.ondine.ui.shell.Written;
import java.util.List;

/** Between which registers an invoice bills, a row for each meter: one that was replaced and the next one. */
public final class MetersTable extends ResponsiveTable {

    public MetersTable(List<BilledMeter> meters) {
        column(say("explanations.meter"));
        column(say("explanations.meter.before"));
        column(say("explanations.meter.after"));
        endColumn(say("explanations.meter.used"));
        meters.forEach(meter -> row(
                meter.serial(),
                say("explanations.meter.at", Written.here().volume(meter.before()), Written.shortDate(meter.from())),
                say(
                        meter.isEstimated() ? "explanations.meter.estimated" : "explanations.meter.at",
                        Written.here().volume(meter.after()),
                        Written.shortDate(meter.until())),
                Written.here().volume(meter.used())));
    }
}
