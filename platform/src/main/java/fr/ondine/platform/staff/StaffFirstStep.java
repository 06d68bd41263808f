package fr.ondine.platform.staff;

import java.time.Instant;
import java.util.UUID;

/** That somebody gave the first of the two that open an account of one utility; it opens nothing without the second. */
public abstract sealed class StaffFirstStep permits StaffPasswordGiven, StaffProConnectGiven {

    StaffFirstStep() {}

    abstract String utility();

    abstract UUID staff();

    abstract Instant at();

    /** Whether what was given still opens the account, as it is by now. */
    abstract boolean isStillOf(StaffAccount account);
}
