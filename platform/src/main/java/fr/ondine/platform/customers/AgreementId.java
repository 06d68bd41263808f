package fr.ondine.platform.customers;

import java.util.UUID;

/** Names an agreement, whatever number it bears or has borne. */
public record AgreementId(UUID value) {}
