package fr.ondine.tenantconfig;

import org.jspecify.annotations.Nullable;

/** One value that two configurations differ in; absent on one side when it was added or removed. */
public record ConfigurationChange(
        String path, @Nullable String before, @Nullable String after) {}
