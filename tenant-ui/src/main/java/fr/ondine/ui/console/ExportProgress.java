package fr.ondine.ui.console;

import fr.ondine.platform.fleet.AuditedAct;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** How far an export is that the browser fetches, by what is written down of it: the page itself cannot see a download. */
final class ExportProgress extends Lasting {

    private static final int POLL_MILLISECONDS = 1000;

    private final transient Supplier<List<AuditedAct>> latest;
    private final transient Consumer<ExportStage> last;
    private final Instant before;

    /** {@code latest} reads what the operator did, the latest first; {@code last} is told where the waiting ends. */
    ExportProgress(String sentence, Supplier<List<AuditedAct>> latest, Consumer<ExportStage> last) {
        super(sentence, POLL_MILLISECONDS);
        this.latest = latest;
        this.last = last;
        before = latest.get().stream().findFirst().map(AuditedAct::at).orElse(Instant.EPOCH);
    }

    @Override
    void look() {
        var acts = latest.get().stream().filter(act -> act.at().isAfter(before)).toList();
        switch (ExportStage.of(acts, lasted())) {
            case ExportStage.Preparing preparing -> since("console.export.since");
            case ExportStage.Leaving leaving -> {
                doing(Words.text("console.export.leaving"));
                since("console.export.since");
            }
            case ExportStage.Missing missing -> end(missing);
            case ExportStage.Over over -> end(over);
        }
    }

    private void end(ExportStage stage) {
        over();
        last.accept(stage);
    }
}
