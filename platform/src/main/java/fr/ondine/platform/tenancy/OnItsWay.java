package fr.ondine.platform.tenancy;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.TransactionSystemException;

/**
 * Tells what fails because a utility is on its way to another database: until it has arrived it is read where it was, and
 * nothing is written; at the end, for an instant, it is in neither place.
 */
public final class OnItsWay {

    /**
     * PostgreSQL: read only; locked by the copy; no such table or schema; no right to it, which the closed original takes
     * from its role.
     */
    private static final Set<String> STATES = Set.of("25006", "55P03", "42P01", "3F000", "42501");

    private OnItsWay() {}

    /** Whether a failure, whatever it was wrapped in, is what the database answers to who asks such a utility. */
    public static boolean isIn(@Nullable Throwable failure) {
        return TenantContext.isReading() && isSaid(failure);
    }

    private static boolean isSaid(@Nullable Throwable failure) {
        return switch (failure) {
            case null -> false;
            case SQLException said when STATES.contains(said.getSQLState()) -> true;
            // a rollback that fails too hides why there was one
            case TransactionSystemException hiding when isSaid(hiding.getApplicationException()) -> true;
            default -> isSaid(failure.getCause());
        };
    }
}
