package fr.ondine.platform.plans;

/** Why a plan ended. */
public enum PlanClosing {
    /** The payer asked for it. */
    WISH,
    /** The agreement is over (résiliation). */
    MOVE_OUT,
    /** Too many debits came back. */
    RETURNS,
    /** The year is billed and settled (régularisation). */
    YEAR_END
}
