package fr.ondine.platform.tenancy;

import fr.ondine.migrations.OndineDatabase;
import fr.ondine.migrations.UtilityState;
import java.util.Optional;

/** What every node knows of every utility: little, since there may be a thousand. */
record RegisteredTenant(
        TenantId id,
        String name,
        UtilityState state,
        String cluster,
        boolean isMoving,
        boolean isQuiet,
        int schemaChanges,
        long revision,
        Limits limits) {

    /** What its portal may do as far as the registry tells; its configuration is read only when it is asked for. */
    Serving serving() {
        return switch (state) {
            case READY -> ready();
            case SUSPENDED -> Serving.SUSPENDED;
            case DRAFT, PROVISIONING, FAILED, ARCHIVED -> Serving.MAINTENANCE;
        };
    }

    private Serving ready() {
        if (!hasNeededSchema()) {
            return Serving.MAINTENANCE;
        }
        return isMoving ? Serving.MOVING : Serving.OPEN;
    }

    /** Whether it answers on its hosts at all. */
    boolean isPublished() {
        return state != UtilityState.DRAFT && state != UtilityState.ARCHIVED;
    }

    /** Whether its jobs can be done: a closed portal still books the money that comes, a copy that is looked at does nothing. */
    boolean canWork() {
        return !isMoving && !isQuiet && isServed() && hasNeededSchema();
    }

    /** Why it cannot be served though it should, as far as the registry tells. */
    Optional<Unserved> unserved() {
        if (state == UtilityState.FAILED) {
            return Optional.of(Unserved.FAILED);
        }
        return isServed() && !hasNeededSchema() ? Optional.of(Unserved.BEHIND) : Optional.empty();
    }

    /** Whether it has people who come or came, and work that is done. */
    boolean isServed() {
        return state == UtilityState.READY || state == UtilityState.SUSPENDED;
    }

    private boolean hasNeededSchema() {
        return schemaChanges >= OndineDatabase.neededChanges();
    }
}
