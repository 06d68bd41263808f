package fr.ondine.platform.identity;

import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.tenancy.TenantEvent;
import fr.ondine.platform.tenancy.TenantId;

/** A passkey opens an account from now on, or no longer, or somebody may have a copy of it; the owner is told by mail. */
public record PasskeyChanged(TenantId tenant, UserId user, EmailAddress email, What what, String name)
        implements TenantEvent {

    /** What became of it. */
    public enum What {
        ADDED("passkey.added"),
        REMOVED("passkey.removed"),
        COPIED("passkey.copied");

        private final String action;

        What(String action) {
            this.action = action;
        }

        String action() {
            return action;
        }
    }
}
