package fr.ondine.platform.fleet;

import org.jspecify.annotations.Nullable;

/**
 * How much of its limits a utility uses, as far as it is known: of one without a schema, or whose database is away, nothing.
 *
 * @param mails that were sent in the last 24 hours
 * @param storageBytes of its schema and its documents together, now
 */
public record LimitsUse(@Nullable Long mails, @Nullable Long storageBytes) {

    static final LimitsUse UNKNOWN = new LimitsUse(null, null);
}
