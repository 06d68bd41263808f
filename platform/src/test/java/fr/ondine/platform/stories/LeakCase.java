package fr.ondine.platform.stories;

import fr.ondine.platform.leaks.LeakFileId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A bill of far more than is usual, and what the law says of it, by days and cubic metres alone. */
final class LeakCase {

    /** Prices of a cubic metre, and what is due without any; in cents. */
    static final long WATER = 2_00;

    static final long SEWERAGE = 1_00;
    static final long FIXED = 30_00;

    /** What comparable dwellings use in a year, in litres. */
    static final long USUAL = 100_000;

    private static final int YEAR = 365;

    final Bill bill;
    final LeakFileId id;
    /** The day of the first notice. */
    LocalDate toldOn;

    /** The day on which the first certificate came. */
    @Nullable
    LocalDate certifiedOn;

    boolean isChecked;
    boolean isRefused;
    boolean isGranted;

    LeakCase(Bill bill, LeakFileId id, LocalDate toldOn) {
        this.bill = bill;
        this.id = id;
        this.toldOn = toldOn;
    }

    boolean isOpen() {
        return !isRefused && !isGranted;
    }

    boolean isToldInTime() {
        return !toldOn.isAfter(bill.issued);
    }

    /** The month begins with the notice, and not at all where that was late. */
    boolean isCertifiedLate() {
        return certifiedOn != null && isToldInTime() && certifiedOn.isAfter(toldOn.plusMonths(1));
    }

    /** What is taken off before VAT, of a bill of which nothing else was; nothing where there is no ground for it. */
    OptionalLong relief(boolean lateCounts) {
        if (certifiedOn != null && (lateCounts || !isCertifiedLate())) {
            return OptionalLong.of(off(2 * mean(), WATER) + off(mean(), SEWERAGE));
        }
        return isToldInTime()
                ? OptionalLong.empty()
                : OptionalLong.of(off(2 * mean(), WATER) + off(2 * mean(), SEWERAGE));
    }

    private long off(long litresDue, long price) {
        var due = BigDecimal.valueOf(litresDue)
                .multiply(BigDecimal.valueOf(price))
                .divide(BigDecimal.valueOf(1_000), 0, RoundingMode.HALF_UP)
                .longValueExact();
        return bill.used * price - due;
    }

    private long mean() {
        return USUAL
                * java.util.Objects.requireNonNull(bill.from).until(bill.issued, java.time.temporal.ChronoUnit.DAYS)
                / YEAR;
    }

    @Override
    public String toString() {
        return "leak of " + bill;
    }
}
