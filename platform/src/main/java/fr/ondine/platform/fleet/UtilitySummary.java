package fr.ondine.platform.fleet;

import fr.ondine.migrations.UtilityState;
import fr.ondine.platform.tenancy.Limits;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A utility (collectivité) as operators see it in their list.
 *
 * @param movingTo the cluster that it is on its way to: its portal is read only meanwhile
 * @param upToDate whether its schema is of this release
 * @param schema null while it has none
 * @param lastError why its last migration failed, until one succeeds
 * @param bytes the size of its schema and its documents together, when it was last measured
 */
public record UtilitySummary(
        String slug,
        String name,
        UtilityState state,
        List<String> hosts,
        String cluster,
        @Nullable String movingTo,
        int configurationVersion,
        boolean upToDate,
        @Nullable UtilitySchema schema,
        @Nullable String lastError,
        @Nullable Long agreements,
        @Nullable Long bytes,
        @Nullable Instant lastActivity,
        @Nullable Instant deleteAfter,
        Limits limits,
        Instant updatedAt) {

    private static final Set<UtilityState> WITH_DATA =
            EnumSet.of(UtilityState.READY, UtilityState.SUSPENDED, UtilityState.ARCHIVED);

    /** Whether it has a schema that was made to its end. */
    public boolean hasData() {
        return WITH_DATA.contains(state);
    }

    /** Whether that is its full name, as somebody typed it. */
    boolean isCalled(String typedName) {
        return name.equals(typedName.strip());
    }
}
