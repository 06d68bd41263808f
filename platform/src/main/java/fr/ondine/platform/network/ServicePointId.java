package fr.ondine.platform.network;

import java.util.UUID;

/** Names a service point (point de service): the place in a premise where one service is delivered. */
public record ServicePointId(UUID value) {}
