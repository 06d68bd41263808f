package fr.ondine.platform.identity;

import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.tenancy.TenantEvent;
import fr.ondine.platform.tenancy.TenantId;

/** An account is opened by something more, or by something no longer; the owner is told by mail. */
public record SignInMethodChanged(TenantId tenant, UserId user, EmailAddress email, What what) implements TenantEvent {

    /** Which way in came or went. */
    public enum What {
        FRANCE_CONNECT_LINKED("franceconnect.linked"),
        FRANCE_CONNECT_UNLINKED("franceconnect.unlinked"),
        PASSWORD_CHOSEN("password.chosen"),
        PASSWORD_REMOVED("password.removed");

        private final String action;

        What(String action) {
            this.action = action;
        }

        String action() {
            return action;
        }
    }
}
