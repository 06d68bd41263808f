package fr.ondine.ui.tariffs;

import fr.ondine.platform.kernel.UnitPrice;
import fr.ondine.platform.kernel.Volume;
import fr.ondine.platform.tariffs.PriceEntry;
import java.time.MonthDay;
import java.util.Optional;

/** What one row of tiers says; an end that is left open is where the next one begins. */
record TypedTier(TierRow row, Optional<MonthDay> season, Volume from, Optional<Volume> to, UnitPrice price) {

    PriceEntry entry() {
        return new PriceEntry(Optional.empty(), season, from, price);
    }
}
