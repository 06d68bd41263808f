package fr.ondine.platform.plans;

import fr.ondine.platform.kernel.Money;
import java.time.LocalDate;

/** An instalment with what came in for it. */
public record PlannedPayment(LocalDate dueOn, Money amount, Money paid) {

    public Money left() {
        return amount.minus(paid);
    }

    public boolean isPaid() {
        return left().isZero();
    }

    public boolean isLateOn(LocalDate day) {
        return !isPaid() && dueOn.isBefore(day);
    }
}
