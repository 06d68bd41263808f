package fr.ondine.platform.runs;

/** Why an agreement cannot be billed safely and waits for a clerk (mise de côté). */
public enum ParkingReason {
    /** Nobody has read the meter since the last invoice. */
    NO_READING,
    /** What was read cannot be, or is far from what the place uses; a clerk looks and confirms. */
    IMPLAUSIBLE,
    /** There is no history to estimate from: who has just moved in is billed by the first reading. */
    NO_HISTORY,
    /**
     * Another invoice by a reading stands for those days: of another kind, of another period, or that came by import. Or an
     * estimated one does, which the detail names, and of which nobody can tell what is to be taken back: it came by import
     * as a sum without a volume, or was credited in part.
     */
    DOUBLE,
    /** No tariff, or no rate of a levy, holds on a day of the period. */
    TARIFF_MISSING,
    /** A name or an address is missing without which an invoice is not one (CGI annexe II, art. 242 nonies A). */
    HOLDER_INCOMPLETE,
    /** What would be issued is not what was simulated: a reading or a tariff was changed since. */
    CHANGED
}
