package fr.ondine.platform.tariffs;

/** What a line of an invoice counts. */
public enum LineUnit {
    CUBIC_METRE,
    DAY,
    MONTH,
    PIECE
}
