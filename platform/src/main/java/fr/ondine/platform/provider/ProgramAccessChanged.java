package fr.ondine.platform.provider;

import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.tenancy.TenantEvent;
import fr.ondine.platform.tenancy.TenantId;

/** A program reads what is a person's from now on, or no longer; the person is told by mail. */
public record ProgramAccessChanged(TenantId tenant, UserId user, EmailAddress email, What what, String program)
        implements TenantEvent {

    /** What became of its access. */
    public enum What {
        GIVEN,
        TAKEN_BACK
    }
}
