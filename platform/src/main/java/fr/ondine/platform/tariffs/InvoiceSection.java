package fr.ondine.platform.tariffs;

/** The rubrics of an invoice, in the order that the arrêté of 10 July 1996 gives them. */
public enum InvoiceSection {
    WATER,
    SEWERAGE,
    PUBLIC_BODIES,
    OTHER
}
