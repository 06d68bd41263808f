package fr.ondine.platform.fleet;

import java.time.Instant;

/** A configuration that was in force from a moment on, and who put it there. */
public record ConfigurationVersion(int version, Instant appliedAt, String appliedBy, String reason) {}
