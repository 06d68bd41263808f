package fr.ondine.platform.tariffs;

/** One price of a tariff (composante). */
public sealed interface Charge permits StandingCharge, VolumeCharge, Fee {

    ChargeTerms terms();
}
