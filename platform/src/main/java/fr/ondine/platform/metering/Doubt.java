package fr.ondine.platform.metering;

/** Why a reading deserves a look, the gravest first. */
public enum Doubt {
    /** The register went backwards, and the wheels did not start again. */
    BELOW_LAST,
    /** So much more than usual that a subscriber's reading would be refused. */
    FAR_ABOVE_USUAL,
    ABOVE_USUAL,
    BELOW_USUAL
}
