package fr.ondine.platform.billing;

/** The rubrics of an invoice, in the order that the arrêté of 10 July 1996 gives them. */
enum InvoiceSection {
    WATER,
    SEWERAGE,
    PUBLIC_BODIES,
    OTHER
}
