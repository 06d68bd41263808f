package fr.ondine.platform.tenancy;

import java.sql.SQLTransientConnectionException;
import org.springframework.core.NestedExceptionUtils;

/** A utility that holds as many connections as one may, all of them busy for as long as a request can wait. */
final class ShareUsedUp extends SQLTransientConnectionException {

    private static final long serialVersionUID = 1L;

    ShareUsedUp(String tenant, int share) {
        super(tenant + " holds its " + share + " connections");
    }

    static boolean isIn(Exception failure) {
        return NestedExceptionUtils.getMostSpecificCause(failure) instanceof ShareUsedUp;
    }
}
