package fr.ondine.platform.reminders;

import java.util.UUID;

/** Identifies excuses for a letter. */
public record ApologyId(UUID value) {}
