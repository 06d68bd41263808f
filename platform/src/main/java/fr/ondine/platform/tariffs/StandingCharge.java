package fr.ondine.platform.tariffs;

import fr.ondine.platform.kernel.UnitPrice;
import java.util.Map;

/**
 * A price of each year, whatever is used (abonnement, part fixe).
 *
 * @param usual excluding VAT, for meters whose diameter has no price of its own
 * @param byDiameter in millimetres
 * @param isPerDwelling due once for each dwelling behind the meter
 */
public record StandingCharge(
        ChargeTerms terms, UnitPrice usual, Map<Integer, UnitPrice> byDiameter, boolean isPerDwelling)
        implements Charge {

    public StandingCharge {
        byDiameter = Map.copyOf(byDiameter);
    }

    /** For any meter, once. */
    public static StandingCharge of(ChargeTerms terms, UnitPrice price) {
        return new StandingCharge(terms, price, Map.of(), false);
    }

    UnitPrice priceFor(ServiceTraits traits) {
        return byDiameter.getOrDefault(traits.diameter(), usual);
    }
}
