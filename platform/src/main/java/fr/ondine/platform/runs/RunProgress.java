package fr.ondine.platform.runs;

import fr.ondine.platform.kernel.Money;

/**
 * How far a run is.
 *
 * @param chunks of which {@code done} are done in the state that it is in
 * @param drafts bills that were found; {@code parked} agreements are set aside
 */
public record RunProgress(
        RunState state,
        boolean isPaused,
        int chunks,
        int done,
        int drafts,
        int parked,
        int issued,
        Money net,
        Money vat) {

    /** Whether it works by itself, or would if it were not paused. */
    public boolean isGoingOn() {
        return state == RunState.SIMULATING || state == RunState.ISSUING;
    }
}
