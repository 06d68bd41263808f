package fr.ondine.platform.documents;

import java.util.UUID;

/** Names a stored document; it says nothing about what is in it. */
public record DocumentId(UUID value) {}
