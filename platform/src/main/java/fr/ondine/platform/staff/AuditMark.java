package fr.ondine.platform.staff;

import java.time.Instant;
import java.util.UUID;

/** How far the trail was read, the newest first: it goes on with what was before. */
public record AuditMark(Instant at, UUID entry) {}
