package fr.ondine.platform.customers;

/** How the invoices of an agreement are settled (mode de règlement). */
public enum PaymentMethod {
    /** The holder pays each invoice: by card, transfer, cheque… */
    ON_INVOICE,
    /** Prélèvement à échéance. */
    DIRECT_DEBIT,
    /** Mensualisation. */
    INSTALMENTS
}
