package fr.ondine.platform.fleet;

import java.time.Instant;

/** What an operator did to a utility. */
public record AuditedAct(Instant at, String actor, String action, String slug, String detail) {}
