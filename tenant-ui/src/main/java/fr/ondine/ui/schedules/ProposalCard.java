package fr.ondine.ui.schedules;

import static fr.ondine.ui.schedules.ScheduleWords.say;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import fr.ondine.platform.plans.PlanProposal;
import fr.ondine.platform.plans.PlanRevision;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;
import java.util.function.Consumer;

/** That a leak was relieved, what the year of the plan comes to by that, and the ways to change the plan or to leave it. */
final class ProposalCard extends Card {

    ProposalCard(PlanProposal proposal, Consumer<PlanRevision> look, Runnable keep) {
        super(say("schedules.proposal"));
        add(
                new Paragraph(say("schedules.proposal.why", proposal.credited())),
                new Paragraph(say(
                        "schedules.proposal.year",
                        proposal.year(),
                        proposal.billed(),
                        proposal.days(),
                        proposal.usual())));
        var answers = new Div();
        answers.addClassNames("row", "actions");
        proposal.revision()
                .ifPresentOrElse(
                        revision -> {
                            add(new Paragraph(say(
                                    "schedules.proposal.total",
                                    revision.before().total(),
                                    revision.after().total())));
                            answers.add(Button.secondary(say("schedules.proposal.look"))
                                    .onPress(() -> look.accept(revision)));
                        },
                        () -> add(new Paragraph(say("schedules.proposal.nothing-left"))));
        answers.add(Button.link(say("schedules.proposal.keep")).onPress(keep));
        add(answers);
    }
}
