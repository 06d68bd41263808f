package fr.ondine.testing;

import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.StaffRole;
import java.time.Instant;
import java.util.UUID;

/** Somebody of the staff who has just given their second factor, whatever the clock of a test says. */
public final class ProvenStaff {

    private static final Instant LONG_AHEAD = Instant.parse("2999-01-01T00:00:00Z");

    private ProvenStaff() {}

    public static CurrentStaff of(
            String utility, UUID id, String email, String displayName, StaffRole role, int securityVersion) {
        return new CurrentStaff(utility, id, email, displayName, role, securityVersion).provenAt(LONG_AHEAD);
    }
}
