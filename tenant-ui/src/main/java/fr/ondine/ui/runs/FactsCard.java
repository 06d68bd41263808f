package fr.ondine.ui.runs;

import static fr.ondine.ui.runs.RunWords.say;

import fr.ondine.platform.runs.RunSummary;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Definitions;
import fr.ondine.ui.shell.Written;

/** What was ordered, by whom. */
final class FactsCard extends Card {

    FactsCard(RunSummary run) {
        var terms = run.terms();
        var state = new Definitions()
                .with(say("runs.state"), RunWords.pill(run.progress()))
                .with(say("runs.kind"), RunWords.of("kind", terms.kind()))
                .with(say("runs.perimeter"), RunWords.perimeter(run.perimeter()))
                .with(say("runs.order.read-until"), Written.date(terms.readUntil()))
                .with(say("runs.order.issued-on"), Written.date(terms.issuedOn()))
                .with(say("runs.order.due-on"), Written.date(terms.dueOn()))
                .with(say("runs.by"), run.orderedBy());
        add(state);
    }
}
