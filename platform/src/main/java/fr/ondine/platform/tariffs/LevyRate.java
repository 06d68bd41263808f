package fr.ondine.platform.tariffs;

import fr.ondine.platform.kernel.Coefficient;
import fr.ondine.platform.kernel.UnitPrice;

/** What a basin's agency asks for a cubic metre in one year, and how much of it this utility's networks owe. */
public record LevyRate(UnitPrice base, Coefficient coefficient) {

    UnitPrice price() {
        return base.times(coefficient);
    }
}
