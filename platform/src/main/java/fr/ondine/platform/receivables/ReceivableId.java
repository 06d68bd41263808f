package fr.ondine.platform.receivables;

import java.util.UUID;

/** Names what is owed on one invoice (a créance); it is the invoice's own id. */
public record ReceivableId(UUID value) {}
