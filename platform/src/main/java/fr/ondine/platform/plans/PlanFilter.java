package fr.ondine.platform.plans;

/**
 * Which plans staff look for.
 *
 * @param words the beginning of a contract's number or of its holder's name; all of them where blank
 */
public record PlanFilter(State state, String words) {

    /** How far a plan is. */
    public enum State {
        RUNNING,
        /** Something of it should have come by now. */
        LATE,
        /** A leak was relieved since its amounts were agreed. */
        TO_REVISE,
        CLOSED,
        /** What was paid too much is not given back yet. */
        TO_REFUND
    }
}
