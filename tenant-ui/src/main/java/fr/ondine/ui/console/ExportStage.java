package fr.ondine.ui.console;

import fr.ondine.platform.fleet.AuditedAct;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Where an export is that the browser fetches, by what was written down since it was asked for. */
sealed interface ExportStage {

    String BEGUN = "exported";
    String ENDED = "export ended";
    String BROKEN_OFF = "export broken off";

    /** Longer than an export waits for a utility's work to end before it is refused. */
    Duration PATIENCE = Duration.ofSeconds(75);

    record Preparing() implements ExportStage {}

    record Leaving() implements ExportStage {}

    /** Nothing was written down for so long that nothing may come: the browser kept the download back, or the request was lost. */
    record Missing() implements ExportStage {}

    record Over(AuditedAct last) implements ExportStage {

        boolean isWhole() {
            return last.action().equals(ENDED);
        }
    }

    static ExportStage of(List<AuditedAct> since, Duration waited) {
        var last = find(since, ENDED).or(() -> find(since, BROKEN_OFF));
        if (last.isPresent()) {
            return new Over(last.get());
        }
        if (find(since, BEGUN).isPresent()) {
            return new Leaving();
        }
        return waited.compareTo(PATIENCE) < 0 ? new Preparing() : new Missing();
    }

    private static Optional<AuditedAct> find(List<AuditedAct> acts, String action) {
        return acts.stream().filter(act -> act.action().equals(action)).findFirst();
    }
}
