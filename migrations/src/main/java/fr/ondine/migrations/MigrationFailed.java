package fr.ondine.migrations;

/** A schema could not be brought to its expected state; it is as it was before the attempt. */
public final class MigrationFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MigrationFailed(String reason) {
        super(reason);
    }

    MigrationFailed(String reason, Throwable cause) {
        super(reason + ": " + cause.getMessage(), cause);
    }
}
