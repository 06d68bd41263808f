package fr.ondine.platform.runs;

import fr.ondine.platform.tariffs.Tariffs;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Does the chunks of a run, one after the other, as long as there are any that nobody else does. */
@Component
class RunWork {

    private final RunStore runs;
    private final ChunkWork chunks;
    private final Tariffs tariffs;
    private final Clock clock;

    RunWork(RunStore runs, ChunkWork chunks, Tariffs tariffs, Clock clock) {
        this.runs = runs;
        this.chunks = chunks;
        this.tariffs = tariffs;
        this.clock = clock;
    }

    /** Goes on for so long at most; true when nothing is left to do, now or as long as the run is paused. */
    boolean goOn(RunId id, Duration atMost) {
        var run = runs.get(id);
        return run.isPaused()
                || switch (run.state()) {
                    case SIMULATING -> goOn(run, RunState.SIMULATED, atMost, chunks::simulate);
                    case ISSUING -> goOn(run, RunState.ISSUED, atMost, chunks::issue);
                    default -> true;
                };
    }

    private interface Step {
        boolean does(Run run, Chunk chunk, Ratings ratings);
    }

    private boolean goOn(Run run, RunState then, Duration atMost, Step step) {
        var ratings = new Ratings(tariffs.all());
        var end = clock.instant().plus(atMost);
        var chunk = runs.claim(run.id(), run.state());
        // what could not be done was done by another, or the run was stopped
        while (chunk.isPresent()
                && step.does(run, chunk.get(), ratings)
                && clock.instant().isBefore(end)) {
            chunk = Thread.currentThread().isInterrupted() ? Optional.empty() : runs.claim(run.id(), run.state());
        }
        return runs.isDone(run.id(), run.state()) && runs.end(run.id(), run.state(), then);
    }
}
