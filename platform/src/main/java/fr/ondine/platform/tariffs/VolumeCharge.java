package fr.ondine.platform.tariffs;

import java.time.LocalDate;

/** A price of each cubic metre. */
public sealed interface VolumeCharge extends Charge permits VolumetricCharge, Levy {

    /** What a cubic metre costs on that day, by tiers. */
    TierScale scaleOn(LocalDate day);

    /** Whether thresholds are for each dwelling behind the meter. */
    boolean isPerDwelling();
}
