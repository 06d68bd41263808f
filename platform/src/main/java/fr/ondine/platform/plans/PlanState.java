package fr.ondine.platform.plans;

/** How far a plan is; what is only looked at is kept nowhere. */
public enum PlanState {
    AGREED,
    /** In force with other amounts than it began with. */
    REVISED,
    CLOSED
}
