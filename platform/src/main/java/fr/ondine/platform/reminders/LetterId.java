package fr.ondine.platform.reminders;

import java.util.UUID;

/** Names one letter of a batch. */
public record LetterId(UUID value) {}
