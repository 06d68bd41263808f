package fr.ondine.platform.staff;

/** Where a staff account is in its life. */
public enum StaffState {
    /** Has not yet chosen a password and a second factor. */
    INVITED,
    ACTIVE,
    /** May not sign in until somebody resumes the account. */
    SUSPENDED
}
