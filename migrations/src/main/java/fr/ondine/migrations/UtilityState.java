package fr.ondine.migrations;

import java.util.EnumSet;
import java.util.Set;

/** Where a utility is in its life on the platform. */
public enum UtilityState {
    /** Configured, without a schema. */
    DRAFT,
    /** Its schema is being made. */
    PROVISIONING,
    /** Served. */
    READY,
    /** Not served; its data are kept and migrated. */
    SUSPENDED,
    /** Its schema could not be made. */
    FAILED,
    /** Put away: neither served nor migrated, and the only state in which it may be deleted. */
    ARCHIVED;

    /** Whether a utility in this state has a schema that may be read. */
    public boolean hasSchema() {
        return this == READY || this == SUSPENDED;
    }

    /** The states that an operator may lead this one to. */
    public Set<UtilityState> next() {
        return switch (this) {
            case READY -> EnumSet.of(SUSPENDED, ARCHIVED);
            case SUSPENDED -> EnumSet.of(READY, ARCHIVED);
            case ARCHIVED -> EnumSet.of(READY);
            case DRAFT, FAILED -> EnumSet.of(ARCHIVED);
            case PROVISIONING -> EnumSet.noneOf(UtilityState.class);
        };
    }
}
