package fr.ondine.platform.customers;

/** What a user may do with an agreement: each includes those before it. */
public enum Access {
    /** Looks at it, by the holder's leave. */
    SEES,
    /** Also pays its invoices. */
    PAYS,
    /** Holds it. */
    HOLDS;

    public boolean includes(Access other) {
        return compareTo(other) >= 0;
    }
}
