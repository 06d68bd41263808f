package fr.ondine.platform.customers;

/**
 * The number of an agreement as it is printed. Once a number has passed to another person, the agreement of whoever held
 * it before bears it with a {@code ~} and the day on which the next one started.
 */
public final class PrintedNumber {

    /** Of agreement {@code a}. */
    public static final String SQL = "split_part(a.number, '~', 1)";

    /** Of an invoice {@code i}: some were issued with what their agreement bore. */
    public static final String OF_INVOICE = "split_part(i.agreement_number, '~', 1)";

    private PrintedNumber() {}
}
