package fr.ondine.platform.staff;

import java.util.List;
import java.util.Optional;

/** Some entries of the trail, the newest first, and from where it goes on. */
public record AuditPage(List<AuditedEntry> rows, Optional<AuditMark> next) {}
