package fr.ondine.platform.plans;

import java.util.UUID;

/** Which plan. */
public record PlanId(UUID value) {}
