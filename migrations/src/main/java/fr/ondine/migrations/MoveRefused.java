package fr.ondine.migrations;

/** A utility cannot be moved as asked; it is where it was. */
public final class MoveRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final String detail;

    /** Why. */
    public enum Reason {
        UNKNOWN_CLUSTER,
        ALREADY_THERE,
        NOT_IN_SERVICE,
        BEING_MOVED,
        BEHIND,
        STILL_AT_WORK,
        OLDER_COPY,
        LIVES_THERE,
        TAKEN_THERE,
        ROWS_DIFFER
    }

    MoveRefused(Reason reason, String detail) {
        super(reason + " " + detail);
        this.reason = reason;
        this.detail = detail;
    }

    public Reason reason() {
        return reason;
    }

    public String detail() {
        return detail;
    }
}
