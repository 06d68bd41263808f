package fr.ondine.platform.operators;

/** Where an operator's account is in its life. */
public enum OperatorState {
    /** Has not yet chosen a password and a second factor. */
    INVITED,
    ACTIVE,
    /** May no longer sign in. */
    REVOKED
}
