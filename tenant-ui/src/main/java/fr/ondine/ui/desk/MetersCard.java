package fr.ondine.ui.desk;

import static fr.ondine.ui.desk.DeskWords.say;

import fr.ondine.platform.billing.IssuedMeter;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.ResponsiveTable;
import fr.ondine.ui.shell.Written;
import java.util.List;

/** Between which registers an invoice billed; nothing for one that came without. */
final class MetersCard extends Card {

    MetersCard(List<IssuedMeter> meters) {
        super(say("desk.meters"));
        setVisible(!meters.isEmpty());
        var table = new ResponsiveTable()
                .column(say("desk.meter"))
                .column(say("desk.meter.days"))
                .endColumn(say("desk.meter.before"))
                .endColumn(say("desk.meter.after"))
                .endColumn(say("desk.meter.used"));
        meters.forEach(meter -> table.row(
                meter.serial(),
                Written.here().capitalised(Written.period(meter.period())),
                Written.here().volume(meter.before()),
                Written.here().volume(meter.after()),
                used(meter)));
        add(table);
    }

    private static String used(IssuedMeter meter) {
        var used = Written.here().volume(meter.used());
        return meter.isEstimated() ? say("desk.meter.estimated", used) : used;
    }
}
