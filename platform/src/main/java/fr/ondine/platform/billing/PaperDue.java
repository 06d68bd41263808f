package fr.ondine.platform.billing;

import fr.ondine.platform.customers.PaymentMethod;
import fr.ondine.platform.kernel.Money;

/**
 * What an invoice asks for on its paper: its total less the credit that was there before it.
 *
 * @param words the end of the key of what stands over the amount
 */
record PaperDue(Money amount, String words) {

    private static final String BY_CREDIT = "by-credit";
    private static final String CARRIED = "carried";

    /** Whether nothing is asked for now. */
    public boolean isNothing() {
        return words.equals(BY_CREDIT) || words.equals(CARRIED);
    }

    /**
     * @param earlier what the agreement owed before; negative when it had credit
     * @param smallestAsked what is less is carried to the next invoice
     */
    static PaperDue of(Money total, Money earlier, PaymentMethod method, Money smallestAsked) {
        var rest = earlier.isNegative() ? total.plus(earlier) : total;
        if (!rest.isPositive()) {
            return new PaperDue(Money.zero(), BY_CREDIT);
        }
        var all = earlier.isPositive() ? total.plus(earlier) : rest;
        var isCarried = method == PaymentMethod.ON_INVOICE && all.compareTo(smallestAsked) < 0;
        return new PaperDue(rest, isCarried ? CARRIED : method.name());
    }
}
