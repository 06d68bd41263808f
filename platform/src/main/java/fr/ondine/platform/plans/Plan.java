package fr.ondine.platform.plans;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.receivables.OnAccount;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An instalment plan (échéancier) with what the ledger says of it today.
 *
 * @param agreedOn from that day on, money on account is for the plan
 * @param received all of it, more than the plan where somebody paid more
 * @param sentBackOn when a payment since it was agreed came back last (rejet); lists do not tell
 * @param closing why it ended; null while it runs
 * @param carried what the plan before left to this one, beside the year; negative where the payer had paid more
 * @param settled what was done about the difference when the year was billed; null before
 */
public record Plan(
        PlanId id,
        AgreementId agreement,
        PlanState state,
        int version,
        int day,
        YearlyAmount year,
        LocalDate agreedOn,
        @Nullable LocalDate closedOn,
        @Nullable PlanClosing closing,
        Money carried,
        YearEnd.@Nullable Outcome settled,
        Money received,
        @Nullable LocalDate sentBackOn,
        List<PlannedPayment> payments) {

    public Plan {
        payments = List.copyOf(payments);
    }

    public boolean isRunning() {
        return state != PlanState.CLOSED;
    }

    /** The next one that is not paid and not past. */
    public Optional<PlannedPayment> next(LocalDate today) {
        return payments.stream()
                .filter(one -> isRunning() && !one.isPaid() && !one.dueOn().isBefore(today))
                .findFirst();
    }

    public Money total() {
        return payments.stream().map(PlannedPayment::amount).reduce(Money.zero(), Money::plus);
    }

    public Money paid() {
        return payments.stream().map(PlannedPayment::paid).reduce(Money.zero(), Money::plus);
    }

    /** What its payments are still to bring. */
    public Money toCome() {
        return total().minus(paid());
    }

    /** What should have come by now and did not. */
    public Money late(LocalDate today) {
        return payments.stream()
                .filter(one -> isRunning() && one.isLateOn(today))
                .map(PlannedPayment::left)
                .reduce(Money.zero(), Money::plus);
    }

    /** The day on which a payment came back, where what is late is not merely on its way. */
    public Optional<LocalDate> sentBack(LocalDate today) {
        return Optional.ofNullable(sentBackOn)
                .filter(back -> payments.stream()
                        .filter(one -> isRunning() && one.isLateOn(today))
                        .anyMatch(late -> !late.dueOn().isAfter(back)
                                || late.dueOn()
                                        .plusDays(OnAccount.DAYS_OF_GRACE)
                                        .isBefore(today)));
    }

    public Instalments instalments() {
        return new Instalments(payments.stream()
                .map(one -> new Instalment(one.dueOn(), one.amount()))
                .toList());
    }
}
