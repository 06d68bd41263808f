package fr.ondine.platform.billing;

import java.util.UUID;

/** Names an invoice for ever; the number printed on it is another matter. */
public record InvoiceId(UUID value) {}
