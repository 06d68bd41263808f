package fr.ondine.platform.tenancy;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.TransactionSystemException;

/**
 * Tells what fails because a utility is on its way to another database: until it has arrived it is read where it was, and
 * nothing is written; at the end, for an instant, it is in neither place.
 */
public final class OnItsWay {

    private OnItsWay() {}

    /** Whether a failure, whatever it was wrapped in, is what the database answers to who asks such a utility. */
    public static boolean isIn(@Nullable Throwable failure) {
        return TenantContext.isReading() && isOfTheDatabase(failure);
    }

    static boolean isOfTheDatabase(@Nullable Throwable failure) {
        return switch (failure) {
            case null -> false;
            case SQLException said -> true;
            // a rollback that fails too hides why there was one
            case TransactionSystemException hiding when isOfTheDatabase(hiding.getApplicationException()) -> true;
            default -> isOfTheDatabase(failure.getCause());
        };
    }
}
