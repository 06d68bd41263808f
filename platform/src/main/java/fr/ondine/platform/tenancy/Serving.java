package fr.ondine.platform.tenancy;

/** What a utility's portal does at this moment. */
public enum Serving {
    /** It answers. */
    OPEN,
    /** An operator closed it for a while. */
    SUSPENDED,
    /** It goes from one database to another: for a minute it is read, and nothing is written. */
    MOVING,
    /** Its schema or its configuration is not what this release needs, or not there yet. */
    MAINTENANCE
}
