package fr.ondine.platform.plans;

import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.receivables.Debt;
import fr.ondine.platform.receivables.OpenReceivable;
import fr.ondine.platform.receivables.ReceivableState;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What would become of the money if a plan ended now.
 *
 * @param paid what its payments brought
 * @param toCome what they were still to bring, and do not any more
 * @param credit what stays to the credit of the agreement once its invoices are paid of it
 * @param asked what is then to be paid of invoices that it covered
 * @param debited what is then taken from the account of the payer
 * @param carried what is too little to be asked for before the next invoice
 */
public record PlanEnding(
        Money paid, Money toCome, Money credit, Optional<Then> asked, Optional<Then> debited, Optional<Then> carried) {

    /** @param on the first day of those on which it is */
    public record Then(Money amount, LocalDate on) {}

    static PlanEnding of(Plan plan, Debt before, Debt after) {
        return new PlanEnding(
                plan.paid(),
                plan.toCome(),
                after.due().isNegative() ? after.due().negated() : Money.zero(),
                then(before, after, ReceivableState::isAsked),
                then(before, after, state -> state == ReceivableState.DEBITED),
                then(before, after, state -> state == ReceivableState.CARRIED));
    }

    /** What of it paid invoices. */
    public Money setAgainst() {
        return paid.minus(kept());
    }

    /** What of it is left. */
    public Money kept() {
        return credit.compareTo(paid) < 0 ? credit : paid;
    }

    private static Optional<Then> then(Debt before, Debt after, Predicate<ReceivableState> is) {
        return sum(after.open().stream()
                .filter(open -> open.left().isPositive() && is.test(open.state()))
                .filter(open ->
                        before.on(open.id()).filter(was -> is.test(was.state())).isEmpty())
                .toList());
    }

    private static Optional<Then> sum(List<OpenReceivable> open) {
        return open.stream()
                .map(OpenReceivable::dueOn)
                .min(Comparator.naturalOrder())
                .map(first ->
                        new Then(open.stream().map(OpenReceivable::left).reduce(Money.zero(), Money::plus), first));
    }
}
