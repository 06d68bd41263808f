package fr.ondine.platform.metering;

/** Who read the meter, the most trusted first: of two readings of a day the earlier named source wins. */
public enum ReadingSource {
    /** Télérelève: the meter sent it. */
    REMOTE,
    /** A member of staff stood before the meter. */
    AGENT,
    /** The utility entered it, from an estimate or a card. */
    UTILITY,
    /** The subscriber sent it (auto-relevé). */
    CUSTOMER
}
