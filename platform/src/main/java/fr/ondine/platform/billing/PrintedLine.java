package fr.ondine.platform.billing;

import fr.ondine.platform.kernel.Period;
import fr.ondine.platform.tariffs.Beneficiary;
import fr.ondine.platform.tariffs.InvoiceSection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A line as it is printed.
 *
 * @param line what it says
 * @param days where they are not those that are said for all
 */
record PrintedLine(BilledLine line, @Nullable Period days) {

    static PrintedLine of(BilledLine line, @Nullable Period usual) {
        return new PrintedLine(line, line.days() == null || line.days().equals(usual) ? null : line.days());
    }

    boolean isByVolume() {
        return line.isByVolume();
    }

    /** For whom it is collected, where the tariff tells it. */
    public Optional<Beneficiary> share() {
        return line.trace().beneficiary();
    }

    /** What has a price of its own, whatever the price and the days. */
    Priced priced() {
        return new Priced(line.section(), line.label(), share());
    }

    /** What a tariff asks for, and for whom. */
    record Priced(InvoiceSection section, String label, Optional<Beneficiary> share) {}
}
