package fr.ondine.platform.reminders;

import java.util.List;

/** Which letters of a batch are listed. */
public enum LetterFilter {
    GOING(LetterState.PROPOSED, LetterState.SENT),
    OUT(LetterState.KEPT, LetterState.REMOVED, LetterState.DROPPED, LetterState.RECALLED);

    private final List<LetterState> states;

    LetterFilter(LetterState... states) {
        this.states = List.of(states);
    }

    List<LetterState> states() {
        return states;
    }
}
