package fr.ondine.platform.staff;

/** What a person may do at their utility; each role includes those before it. */
public enum StaffRole {
    /** Looks after subscribers. */
    AGENT,
    /** Also bills them: orders billing runs, and has their invoices issued. */
    BILLER,
    /** Also configures the portal, and says who works here. */
    ADMINISTRATOR;

    public boolean includes(StaffRole other) {
        return compareTo(other) >= 0;
    }
}
