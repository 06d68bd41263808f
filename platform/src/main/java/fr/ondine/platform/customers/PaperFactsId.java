package fr.ondine.platform.customers;

import java.util.UUID;

/** What papers said of an agreement, kept when something of it changed. */
public record PaperFactsId(UUID value) {}
