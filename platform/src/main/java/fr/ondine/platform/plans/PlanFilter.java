package fr.ondine.platform.plans;

/** Which plans staff look for. */
public enum PlanFilter {
    RUNNING,
    CLOSED
}
