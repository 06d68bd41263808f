package fr.ondine.platform.tenancy;

/** Why a utility cannot be served though it should. */
public enum Unserved {
    /** Its schema could not be made. */
    FAILED,
    /** Its schema is not what this release needs: its migration did not succeed, or did not come yet. */
    BEHIND,
    /** This release cannot read its configuration. */
    UNREADABLE
}
