package fr.ondine.migrations;

/** How far a move is: before {@link #SWITCHED} the utility lives where it was, from then on where it goes. */
public enum MoveStep {
    /** Its portal is read only and none of its work is fetched any more. */
    ANNOUNCED,
    /** Nobody works for it or writes to it; what it has is being copied. */
    COPYING,
    /** All rows are on the other side, compared and committed. */
    ARRIVED,
    /** Nobody can reach the data on the side that it leaves. */
    CLOSED,
    /** It lives on the other side. */
    SWITCHED,
    /** It is served and works there. */
    DONE;

    /** Is told of each step, and of each table that was copied. */
    @FunctionalInterface
    public interface Listener {
        void at(MoveStep step, String detail);
    }
}
