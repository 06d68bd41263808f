package fr.ondine.platform.payments;

import java.util.UUID;

/** Names one attempt to pay. */
public record PaymentId(UUID value) {}
