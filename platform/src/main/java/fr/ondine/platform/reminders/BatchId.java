package fr.ondine.platform.reminders;

import java.util.UUID;

/** Names a batch of reminders. */
public record BatchId(UUID value) {}
