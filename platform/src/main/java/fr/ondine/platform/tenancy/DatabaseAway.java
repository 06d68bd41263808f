package fr.ondine.platform.tenancy;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.TransactionSystemException;

/** Tells a database that cannot be reached, or is about to start or stop, from what is wrong with a request. */
public final class DatabaseAway {

    /** What PostgreSQL says to who is connected when it stops, and to who comes before it is ready. */
    private static final Set<String> STOPS_OR_STARTS = Set.of("57P01", "57P02", "57P03");

    private DatabaseAway() {}

    /** Whether a failure, whatever it was wrapped in on its way, comes from a lost or refused connection. */
    public static boolean isIn(@Nullable Throwable failure) {
        return switch (failure) {
            case null -> false;
            case SQLTransientConnectionException waited -> true;
            case SQLException said when isOfTheConnection(said.getSQLState()) -> true;
            // a rollback that fails too hides why there was one
            case TransactionSystemException hiding when isIn(hiding.getApplicationException()) -> true;
            default -> isIn(failure.getCause());
        };
    }

    private static boolean isOfTheConnection(@Nullable String state) {
        return state != null && (state.startsWith("08") || STOPS_OR_STARTS.contains(state));
    }
}
