package fr.ondine.migrations;

import java.time.Instant;

/** A configuration that was in force from a moment on. */
public record PastConfiguration(
        int version, String configuration, Instant appliedAt, String appliedBy, String reason) {}
