package fr.ondine.ui.console;

import fr.ondine.migrations.MoveStep;
import fr.ondine.platform.fleet.TransferProgress;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/** How far a move is: told by whoever moves, read by the page that waits. */
final class MoveProgress implements TransferProgress {

    private static final Set<String> STEPS = Arrays.stream(MoveStep.values())
            .map(step -> step.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());

    private final AtomicLong rows = new AtomicLong();
    private volatile String step = "";

    /** What is no step is a table whose rows were copied. */
    @Override
    public void at(String told, long done) {
        if (STEPS.contains(told)) {
            step = told;
        } else {
            rows.addAndGet(done);
        }
    }

    String words() {
        var reached = step;
        return reached.isEmpty() ? "" : Words.text("console.move.step." + reached, Words.number(rows.get()));
    }
}
