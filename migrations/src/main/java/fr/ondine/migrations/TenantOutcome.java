package fr.ondine.migrations;

import org.jspecify.annotations.Nullable;

/** What a migration did for one tenant: the reason is given when it failed. */
public record TenantOutcome(String slug, @Nullable String failure) {

    public boolean succeeded() {
        return failure == null;
    }
}
