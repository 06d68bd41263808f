package fr.ondine.platform.customers;

/** As whom a holder buys water, on which depends what an invoice has to say of a late payment. */
public enum BuyerKind {
    /** Whoever buys for no trade of theirs, such as the owners of a building together (non-professionnel). */
    CONSUMER,
    PROFESSIONAL,
    /** Who pays by the code of public procurement, and is sent invoices by Chorus Pro. */
    PUBLIC_BODY
}
