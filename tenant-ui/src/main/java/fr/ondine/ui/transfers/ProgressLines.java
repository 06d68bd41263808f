package fr.ondine.ui.transfers;

import fr.ondine.platform.fleet.TransferProgress;
import fr.ondine.ui.shell.Problems;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells how far long work has come while it is done, a line of JSON a step, and at last what came of it. Before the
 * first step the answer can still be a refusal; who no longer listens does not stop the work.
 */
public final class ProgressLines {

    public static final String TYPE = "application/x-ndjson";

    private static final Logger LOG = LoggerFactory.getLogger(ProgressLines.class);

    private final HttpServletResponse response;
    private final Function<RuntimeException, Object> problem;
    private boolean begun;
    private boolean gone;

    /** {@code problem} tells a failure once lines were sent, or throws what is not to be told. */
    public ProgressLines(HttpServletResponse response, Function<RuntimeException, Object> problem) {
        this.response = response;
        this.problem = problem;
    }

    public void tell(Function<TransferProgress, Object> work) {
        try {
            line(Map.of("report", work.apply(this::at)));
        } catch (RuntimeException refused) {
            if (!begun) {
                throw refused;
            }
            line(Map.of("problem", problem.apply(refused)));
        }
    }

    private void at(String step, long done) {
        line(Map.of("step", step, "done", done));
    }

    private void line(Object content) {
        if (gone) {
            return;
        }
        try {
            if (!begun) {
                response.setContentType(TYPE);
                response.setCharacterEncoding(StandardCharsets.UTF_8);
                begun = true;
            }
            response.getWriter().write(Problems.json(content) + "\n");
            response.flushBuffer();
        } catch (IOException left) {
            gone = true;
            LOG.info("nobody listens any more: {}", left.getMessage());
        }
    }
}
