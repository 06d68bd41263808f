package fr.ondine.platform.tariffs;

import fr.ondine.platform.kernel.UnitPrice;
import fr.ondine.platform.kernel.Volume;
import java.time.MonthDay;
import java.util.Comparator;
import java.util.Optional;

/**
 * One price of a charge with what it depends on, as it is stored, compared and typed.
 *
 * @param diameter of the meter in millimetres; empty for any other
 * @param season the day on which its season begins each year; empty for all year
 * @param from what its tier begins at
 * @param price excluding VAT, with at most six decimals
 */
public record PriceEntry(Optional<Integer> diameter, Optional<MonthDay> season, Volume from, UnitPrice price) {

    static final Comparator<PriceEntry> BY_PLACE = Comparator.<PriceEntry, Integer>comparing(
                    entry -> entry.diameter().orElse(0))
            .thenComparing(entry -> entry.season().orElse(MonthDay.of(1, 1)))
            .thenComparing(PriceEntry::from);

    public PriceEntry {
        PriceText.check(price);
    }

    /** A price that depends on nothing. */
    public static PriceEntry of(UnitPrice price) {
        return new PriceEntry(Optional.empty(), Optional.empty(), new Volume(0), price);
    }

    /** Whether both are for the same meters, days and litres on. */
    boolean isWhere(PriceEntry other) {
        return diameter.equals(other.diameter) && season.equals(other.season) && from.equals(other.from);
    }
}
