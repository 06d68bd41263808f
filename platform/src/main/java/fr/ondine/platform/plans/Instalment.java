package fr.ondine.platform.plans;

import fr.ondine.platform.kernel.Money;
import java.time.LocalDate;

/** What is to be paid on one day of a plan (mensualité). */
public record Instalment(LocalDate dueOn, Money amount) {

    Instalment and(Money more) {
        return new Instalment(dueOn, amount.plus(more));
    }
}
