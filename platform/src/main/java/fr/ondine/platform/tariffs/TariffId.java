package fr.ondine.platform.tariffs;

import java.util.UUID;

/** Names a tariff through all its versions. */
public record TariffId(UUID value) {}
