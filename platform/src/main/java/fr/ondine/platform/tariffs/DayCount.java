package fr.ondine.platform.tariffs;

/** How a standing charge of a year is shared out. */
public enum DayCount {
    /** By days, of 365 or, in a leap year, 366. */
    DAYS,
    /** By twelfths: a month is due in whole by the period that its first day is in. */
    TWELFTHS
}
