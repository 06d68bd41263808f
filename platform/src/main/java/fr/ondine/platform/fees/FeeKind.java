package fr.ondine.platform.fees;

/** Why a fee is billed. */
public enum FeeKind {
    /** Once for each agreement: what its holder pays to come in (frais d'accès au service). */
    OPENING,
    /** As often as it is asked for. */
    ONE_OFF
}
