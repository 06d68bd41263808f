package fr.ondine.platform.tariffs;

import fr.ondine.platform.kernel.UnitPrice;
import fr.ondine.platform.kernel.Volume;
import org.jspecify.annotations.Nullable;

/**
 * The price of the cubic metres of a year between two bounds (tranche).
 *
 * @param to null for the last one, which has no end
 * @param price excluding VAT, per m³
 */
public record Tier(Volume from, @Nullable Volume to, UnitPrice price) {

    /** Whether the tier is all there is: one price for every litre. */
    public boolean isAll() {
        return from.litres() == 0 && to == null;
    }
}
