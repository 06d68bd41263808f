package fr.ondine.platform.tariffs;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A version of a tariff in a list.
 *
 * @param changedBy the name of whoever changed or published it last
 * @param isInForce whether bills are made by it today
 */
public record VersionSummary(
        VersionId id,
        LocalDate validFrom,
        String resolution,
        VersionState state,
        String changedBy,
        Instant changedAt,
        @Nullable Instant publishedAt,
        boolean isInForce) {}
