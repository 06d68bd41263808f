package fr.ondine.platform.billing;

/** Why an invoice was made (nature de la facture). */
public enum InvoiceKind {
    ACTUAL,
    ESTIMATED,
    OPENING,
    CLOSING,
    ONE_OFF,
    CREDIT_NOTE
}
