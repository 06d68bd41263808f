package fr.ondine.platform.billing;

import fr.ondine.platform.kernel.Volume;
import java.time.LocalDate;

/**
 * What an invoice tells of an abnormal use (CGCT L2224-12-4 III bis).
 *
 * @param mean of as many days in the years before
 * @param isOfZone whether it is that of comparable dwellings
 * @param answerBy the last day for a plumber's certificate
 */
public record ToldLeak(Volume used, Volume mean, boolean isOfZone, LocalDate answerBy) {

    /** Its sentence among those of papers. */
    public String what() {
        return isOfZone ? "leak.what.zone" : "leak.what";
    }
}
