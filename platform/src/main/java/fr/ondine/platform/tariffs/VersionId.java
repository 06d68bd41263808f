package fr.ondine.platform.tariffs;

import java.util.UUID;

/** Names one version of a tariff, draft or published. */
public record VersionId(UUID value) {}
