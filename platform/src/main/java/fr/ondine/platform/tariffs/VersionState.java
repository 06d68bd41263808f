package fr.ondine.platform.tariffs;

/** Where a version of a tariff is in its life. */
public enum VersionState {
    /** Nobody is billed by it; it may still be changed and removed. */
    DRAFT,
    /** For ever as it is: bills rest on it from its day on. */
    PUBLISHED
}
