package fr.ondine.platform.tariffs;

/** The kinds of charges, as they are stored and typed. */
public enum ChargeKind {
    STANDING,
    VOLUME,
    LEVY,
    FEE;

    public static ChargeKind of(Charge charge) {
        return switch (charge) {
            case StandingCharge standing -> STANDING;
            case VolumetricCharge volume -> VOLUME;
            case Levy levy -> LEVY;
            case Fee fee -> FEE;
        };
    }
}
