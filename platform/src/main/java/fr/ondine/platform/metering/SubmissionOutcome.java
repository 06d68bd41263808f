package fr.ondine.platform.metering;

import fr.ondine.platform.kernel.Volume;

/** What became of a reading that a subscriber sent; a refusal is an exception. */
public sealed interface SubmissionOutcome {

    /** It is kept. */
    record Accepted(Reading reading, Volume sinceLast) implements SubmissionOutcome {}

    /** It is possible but unusual: the person is asked to read the meter again and to type it a second time. */
    record NeedsConfirmation(Volume sinceLast, Volume expected) implements SubmissionOutcome {

        public boolean isMoreThanExpected() {
            return sinceLast.compareTo(expected) > 0;
        }
    }
}
