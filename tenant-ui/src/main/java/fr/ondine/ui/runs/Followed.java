package fr.ondine.ui.runs;

import static fr.ondine.ui.runs.RunWords.say;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Paragraph;
import fr.ondine.platform.runs.RunProgress;
import fr.ondine.platform.runs.RunSummary;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Looking;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** How far a run is, read again each second for as long as the page is open; it goes on without the page. */
final class Followed extends Card {

    private static final int POLL_MILLISECONDS = 1000;

    private final HtmlContainer bar = new HtmlContainer("progress");
    private final Paragraph done = new Paragraph();
    private final Paragraph pace = new Paragraph();
    private final transient Supplier<RunSummary> latest;
    private final transient Consumer<RunSummary> changed;
    private final transient RunProgress begun;
    private final Looking looking;

    /** {@code changed} hears of another state, and of a pause or its end. */
    Followed(RunSummary run, Supplier<RunSummary> latest, Consumer<RunSummary> changed) {
        super(RunWords.of("doing", run.progress().state()));
        this.latest = latest;
        this.changed = changed;
        begun = run.progress();
        looking = Looking.from(this, POLL_MILLISECONDS, this::look);
        main();
        addClassName("followed");
        bar.getElement().setAttribute("aria-label", RunWords.of("doing", begun.state()));
        add(bar, done, pace, new Paragraph(say("runs.doing.leave")));
        tell(run);
    }

    private void look() {
        var run = latest.get();
        if (run.progress().state() == begun.state() && run.progress().isPaused() == begun.isPaused()) {
            tell(run);
        } else {
            looking.stop();
            changed.accept(run);
        }
    }

    private void tell(RunSummary run) {
        var progress = run.progress();
        bar.getElement()
                .setAttribute("max", String.valueOf(Math.max(1, progress.chunks())))
                .setAttribute("value", String.valueOf(progress.done()));
        done.setText(say("runs.doing.done", progress.done(), progress.chunks()));
        var speed = run.pace();
        pace.setText(
                progress.isPaused()
                        ? say("runs.doing.paused")
                        : speed == null ? say("runs.doing.begins") : RunWords.pace(speed));
    }
}
