package fr.ondine.migrations;

import org.jspecify.annotations.Nullable;

/** What a migration did for one tenant, and how long that took: the reason is given when it failed. */
public record TenantOutcome(String slug, @Nullable String failure, long milliseconds) {

    public boolean succeeded() {
        return failure == null;
    }
}
