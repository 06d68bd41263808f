package fr.ondine.platform.personaldata;

import java.time.Instant;

/** What was removed by a rule at once: what was older than a moment, and how much of it. */
public record Removed(RetentionRule rule, Instant before, long rows, Instant at) {}
