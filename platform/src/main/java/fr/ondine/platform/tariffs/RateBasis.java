package fr.ondine.platform.tariffs;

/** Which day decides at what price a use is rated. */
public enum RateBasis {
    /** The days of the use itself: a new price takes its share of them (arrêté of 10 July 1996, art. 7). */
    DAYS_OF_USE,
    /** The day of the invoice, whenever the water was used: the custom of the water agencies' levies. */
    DAY_OF_INVOICE
}
