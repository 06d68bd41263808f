package fr.ondine.migrations;

import java.sql.SQLException;

/** A schema could not be brought to its expected state; it is as it was before the attempt. */
public final class MigrationFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MigrationFailed(String reason) {
        super(reason);
    }

    MigrationFailed(String reason, Throwable cause) {
        super(reason + ": " + told(cause), cause);
    }

    /** A pool says that it waited in vain; why is what the driver said. */
    private static String told(Throwable failure) {
        return failure.getCause() instanceof SQLException why ? told(why) : String.valueOf(failure.getMessage());
    }
}
