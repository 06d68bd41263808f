package fr.ondine.platform.billing;

/** How the holder of an agreement gets their invoices: by post, in letters or signs that they read, or in the portal alone. */
public enum InvoiceForm {
    PAPER,
    ELECTRONIC,
    LARGE_PRINT,
    BRAILLE,
    BRAILLE_CONTRACTED;

    public boolean isBraille() {
        return this == BRAILLE || this == BRAILLE_CONTRACTED;
    }
}
