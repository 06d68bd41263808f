package fr.ondine.platform.billing;

import fr.ondine.platform.customers.PaymentMethod;
import fr.ondine.platform.kernel.Money;
import java.util.List;

/**
 * What the paper of an invoice asks for: with what was owed before it, less the credit that was there. What comes by
 * itself takes the invoice alone.
 *
 * @param words the end of the key of what stands over the amount
 * @param held what was owed before and would be asked for too, were no answer awaited about it
 */
record PaperDue(Money amount, String words, Money held) {

    private static final String NOTHING = "nothing";
    private static final String BY_CREDIT = "by-credit";
    private static final String CARRIED = "carried";
    private static final String TOO_LITTLE = "too-little";
    private static final String BY_PLAN = "by-plan";
    private static final String BESIDE_PLAN = "beside-plan";
    private static final String WITH_EARLIER = "with-earlier";

    PaperDue(Money amount, String words) {
        this(amount, words, Money.zero());
    }

    /** Whether nothing is asked for now. */
    public boolean isNothing() {
        return List.of(NOTHING, BY_CREDIT, CARRIED, TOO_LITTLE, BY_PLAN).contains(words);
    }

    /** Whether the amount has what was owed before in it. */
    public boolean isWithEarlier() {
        return words.equals(WITH_EARLIER);
    }

    /** Whether credit that was there pays all of it. */
    boolean isByCredit() {
        return words.equals(BY_CREDIT);
    }

    /** Whether it leaves out what was owed before, because a plan brings that. */
    public boolean isBesidePlan() {
        return words.equals(BESIDE_PLAN);
    }

    /** Whether it leaves out some of what was owed before, because an answer about that is awaited. */
    public boolean isWithoutHeld() {
        return held.isPositive();
    }

    /** Whether the sum that stands beside what was owed before is what it asks for. */
    public boolean isAskedInAll() {
        return isWithEarlier() || isWithoutHeld();
    }

    /** The same, where some of what was owed before is left out meanwhile. */
    PaperDue without(Money held) {
        return isNothing() || !isAskedWithEarlier() ? this : new PaperDue(amount, words, held);
    }

    /** What comes by itself takes the invoice alone in any case. */
    private boolean isAskedWithEarlier() {
        return isWithEarlier() || words.equals(PaymentMethod.ON_INVOICE.name());
    }

    /**
     * @param earlier what the agreement owed before; negative when it had credit
     * @param smallestAsked what is less is carried to the next invoice
     */
    static PaperDue of(Money total, Money earlier, PaymentMethod method, Money smallestAsked) {
        var rest = total.minus(paidByCredit(total, earlier));
        if (!rest.isPositive()) {
            return new PaperDue(Money.zero(), total.isZero() ? NOTHING : BY_CREDIT);
        }
        if (method != PaymentMethod.ON_INVOICE) {
            return new PaperDue(rest, method.name());
        }
        var all = earlier.isPositive() ? total.plus(earlier) : rest;
        if (all.compareTo(smallestAsked) < 0) {
            return new PaperDue(all, CARRIED);
        }
        return new PaperDue(all, earlier.isPositive() ? WITH_EARLIER : method.name());
    }

    /** The same of an invoice that an instalment plan pays: its dates and amounts are asked for, and not the invoice. */
    PaperDue byPlan() {
        return amount.isPositive() ? new PaperDue(amount, BY_PLAN) : this;
    }

    /** The same of the last invoice of an agreement: there is no next one that anything is carried to. */
    PaperDue ofTheLast() {
        return words.equals(CARRIED) ? new PaperDue(amount, TOO_LITTLE) : this;
    }

    /** The same of an invoice alone, because an instalment plan brings what was owed before. */
    PaperDue besidePlan() {
        return isNothing() ? this : new PaperDue(amount, BESIDE_PLAN);
    }

    /** What of a total credit pays that was there before. */
    static Money paidByCredit(Money total, Money earlier) {
        if (!earlier.isNegative() || !total.isPositive()) {
            return Money.zero();
        }
        var credit = earlier.negated();
        return credit.compareTo(total) < 0 ? credit : total;
    }
}
