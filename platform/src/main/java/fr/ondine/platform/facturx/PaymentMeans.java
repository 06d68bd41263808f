package fr.ondine.platform.facturx;

import org.jspecify.annotations.Nullable;

/**
 * How the money comes, or is given back (BG-16).
 *
 * @param code UNTDID 4461 (BT-81)
 * @param account an IBAN to which it is transferred (BT-84)
 * @param reference by which a transfer is recognised (BT-83)
 * @param mandate by which it is debited (BT-89)
 * @param creditor who debits it (BT-90)
 */
public record PaymentMeans(
        String code,
        @Nullable String account,
        @Nullable String reference,
        @Nullable String mandate,
        @Nullable String creditor) {

    /** Nothing is known of it. */
    public static PaymentMeans unsaid() {
        return of("1");
    }

    public static PaymentMeans card() {
        return of("48");
    }

    /** What each owes the other is set against it: no money moves. */
    public static PaymentMeans offset() {
        return of("97");
    }

    public static PaymentMeans transfer(String account, String reference) {
        return new PaymentMeans("58", account, reference, null, null);
    }

    /** A SEPA direct debit; who may not know of the mandate reads none. */
    public static PaymentMeans debit(@Nullable String mandate, @Nullable String creditor) {
        return new PaymentMeans("59", null, null, mandate, creditor);
    }

    private static PaymentMeans of(String code) {
        return new PaymentMeans(code, null, null, null, null);
    }

    /** First of all about the settlement, as the schema wants it. */
    void writeReferences(Xml xml) {
        xml.text("ram:CreditorReferenceID", creditor);
        xml.text("ram:PaymentReference", reference);
    }

    void write(Xml xml) {
        xml.in("ram:SpecifiedTradeSettlementPaymentMeans", () -> {
            xml.text("ram:TypeCode", code);
            if (account != null) {
                xml.in("ram:PayeePartyCreditorFinancialAccount", () -> xml.text("ram:IBANID", account));
            }
        });
    }
}
