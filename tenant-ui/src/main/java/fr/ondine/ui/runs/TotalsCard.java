package fr.ondine.ui.runs;

import static fr.ondine.ui.runs.RunWords.say;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import fr.ondine.platform.kernel.Period;
import fr.ondine.platform.runs.PeriodBefore;
import fr.ondine.platform.runs.RunState;
import fr.ondine.platform.runs.RunSummary;
import fr.ondine.ui.shell.Amount;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Definitions;
import fr.ondine.ui.shell.ResponsiveTable;
import fr.ondine.ui.shell.Written;

/** What a run asks for in all, beside what was billed of the same a year before. */
final class TotalsCard extends Card {

    TotalsCard(RunSummary run, PeriodBefore before) {
        super(say(run.progress().state() == RunState.ISSUED ? "runs.totals.issued" : "runs.totals.simulated"));
        var progress = run.progress();
        var invoices = progress.state() == RunState.ISSUED ? progress.issued() : progress.drafts();
        if (invoices == 0) {
            add(new Paragraph(say(progress.parked() == 0 ? "runs.totals.nobody" : "runs.totals.all-parked")));
            return;
        }
        main();
        add(new Amount(run.total()));
        add(new Definitions()
                .wide()
                .with(say("runs.totals.invoices"), Written.number(invoices))
                .with(say("runs.totals.net"), Written.money(progress.net()))
                .with(say("runs.totals.vat"), Written.money(progress.vat())));
        add(compared(run, invoices, before));
        if (progress.state() == RunState.SIMULATED) {
            add(new Paragraph(new Anchor("/" + Addresses.draft(run.id()), say("runs.draft.see"))));
        }
    }

    private static Component compared(RunSummary run, int invoices, PeriodBefore before) {
        if (before.invoices() == 0) {
            return new Paragraph(say("runs.before.none", before.period()));
        }
        return new ResponsiveTable()
                .caption(say("runs.before"))
                .column(say("runs.before.period"))
                .endColumn(say("runs.totals.invoices"))
                .endColumn(say("runs.total"))
                .row(label(run.terms().period()), Written.number(invoices), Written.money(run.total()))
                .row(label(before.period()), Written.number(before.invoices()), Written.money(before.total()))
                .row(
                        say("runs.before.difference"),
                        Written.number(invoices - before.invoices()),
                        Written.money(run.total().plus(before.total().negated())));
    }

    /** At the beginning of its line. */
    private static String label(Period period) {
        return Written.here().capitalised(Written.period(period));
    }
}
