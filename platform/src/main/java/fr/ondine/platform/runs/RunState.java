package fr.ondine.platform.runs;

/** How far a run is. */
public enum RunState {
    /** What each agreement owes is being found; nothing of it is asked for. */
    SIMULATING,
    /** All is found and waits for a person to look and to validate. */
    SIMULATED,
    /** Invoices get their numbers and are posted. */
    ISSUING,
    ISSUED,
    /** What was not issued by then is given up, and leaves no number. */
    CANCELLED
}
