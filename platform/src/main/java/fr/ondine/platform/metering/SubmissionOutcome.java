package fr.ondine.platform.metering;

import fr.ondine.platform.kernel.Volume;
import java.util.Optional;

/** What became of a reading that a subscriber sent; a refusal is an exception. */
public sealed interface SubmissionOutcome {

    /** It is kept; the volume is told unless an earlier occupant used some of it. */
    record Accepted(Reading reading, Optional<Volume> sinceLast) implements SubmissionOutcome {}

    /**
     * It is possible but unusual: the person is asked to read the meter again and to type it a second time.
     *
     * @param volumes empty if they would tell what an earlier occupant used
     */
    record NeedsConfirmation(boolean isMoreThanExpected, Optional<ComparedVolumes> volumes)
            implements SubmissionOutcome {}
}
