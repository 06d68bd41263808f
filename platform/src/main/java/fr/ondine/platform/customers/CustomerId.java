package fr.ondine.platform.customers;

import java.util.UUID;

/** Names a customer (abonné): the person or organisation that holds agreements. */
public record CustomerId(UUID value) {}
