package fr.ondine.platform.metering;

import java.util.UUID;

public record ReadingId(UUID value) {}
