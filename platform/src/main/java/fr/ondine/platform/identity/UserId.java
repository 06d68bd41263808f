package fr.ondine.platform.identity;

import java.util.UUID;

/** Names a person's account on one utility's portal. */
public record UserId(UUID value) {}
