package fr.ondine.platform.staff;

import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.tenancy.TenantEvent;
import fr.ondine.platform.tenancy.TenantId;

/** A person of the staff has another password, second factor, passkey or identity, and must hear of it in case it was not they. */
public record StaffCredentialChanged(TenantId tenant, EmailAddress email, String name, What what)
        implements TenantEvent {

    /** What was changed. */
    public enum What {
        PASSWORD,
        SECOND_FACTOR,
        PASSKEY_ADDED,
        PASSKEY_REMOVED,
        PASSKEY_COPIED,
        PROCONNECT_LINKED,
        PROCONNECT_UNLINKED
    }
}
