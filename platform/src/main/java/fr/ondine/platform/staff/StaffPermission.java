package fr.ondine.platform.staff;

/** One thing that some of those who work at a utility may do; façades ask for it, and pages name it. */
public enum StaffPermission {
    /** Find contracts, and look at accounts, invoices, readings, leaks, mails and tariffs. */
    LOOK,
    /** Change one's own password, application of codes and recovery codes. */
    OWN_ACCOUNT,
    /** Look at billing runs and reminders. */
    LOOK_AT_BILLING,
    /** Look after subscribers: readings, meters, holders, claim keys, certificates of leaks, mails. */
    SERVE,
    /** Bill: runs, fees, agreements on plans, decisions about leaks, reminders. */
    BILL,
    /** Take back what was billed, charge for lateness, settle plans and pay back. */
    MOVE_MONEY,
    /** Look at the portal as one of its subscribers sees it. */
    SEE_AS,
    /** Prepare and publish tariffs. */
    SET_TARIFFS,
    /** Change the portal's configuration. */
    CONFIGURE,
    /** Invite, suspend and resume those who work here, and say who may what. */
    MANAGE_STAFF,
    /** Look at who did what. */
    READ_AUDIT
}
