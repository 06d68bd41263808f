package fr.ondine.ui.runs;

import static fr.ondine.ui.runs.RunWords.say;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import fr.ondine.platform.runs.RunProgress;
import fr.ondine.platform.runs.RunState;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;

/** Pauses a run, resumes it or gives it up, each with what that will do. */
final class StopCard extends Card {

    StopCard(RunProgress progress, Runnable pause, Runnable resume, Runnable cancel) {
        super(say("runs.stop"));
        if (progress.isGoingOn()) {
            var deed = progress.isPaused() ? "resume" : "pause";
            add(
                    new Paragraph(say("runs." + deed + ".what")),
                    Button.secondary(say("runs." + deed)).onPress(progress.isPaused() ? resume : pause));
        }
        var what = progress.state() == RunState.ISSUING ? "runs.cancel.issuing" : "runs.cancel.what";
        add(new NativeDetails(
                say("runs.cancel"),
                new Div(
                        new Paragraph(say(what, progress.issued())),
                        Button.danger(say("runs.cancel.sure")).onPress(cancel))));
    }
}
