package fr.ondine.platform.credits;

import fr.ondine.platform.kernel.Money;

/**
 * What a credit note would do.
 *
 * @param before what stands of the invoice, VAT included
 * @param owedBefore what is owed on it
 * @param owedAfter what would still be
 * @param credit what would stay to the holder's credit, because it was paid
 */
public record CreditPreview(Money net, Money vat, Money before, Money owedBefore, Money owedAfter, Money credit) {

    static CreditPreview of(CreditNote note, Money owed) {
        var taken = note.offset(owed);
        return new CreditPreview(
                note.net(),
                note.vat(),
                note.invoice().left(),
                owed,
                owed.minus(taken),
                note.total().minus(taken));
    }

    void requireSame(CreditableInvoice now) {
        if (!now.left().equals(before)) {
            throw CreditOutdated.corrected();
        }
    }

    void requireSame(CreditPreview now) {
        if (!now.equals(this)) {
            throw CreditOutdated.paid();
        }
    }

    public Money total() {
        return net.plus(vat);
    }

    public Money after() {
        return before.minus(total());
    }
}
