package fr.ondine.platform.runs;

import java.util.UUID;

/** Names a billing run. */
public record RunId(UUID value) {}
