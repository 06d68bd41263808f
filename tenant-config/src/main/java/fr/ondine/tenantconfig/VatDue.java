package fr.ondine.tenantconfig;

/** When a utility owes the VAT on its services: when they are paid, or, as it may choose, when they are billed (débits). */
public enum VatDue {
    ON_PAYMENT,
    ON_DEBITS;

    /** What the law says where nobody chose (CGI art. 269, 2 c). */
    public static VatDue defaults() {
        return ON_PAYMENT;
    }
}
