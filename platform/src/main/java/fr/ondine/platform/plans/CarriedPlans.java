package fr.ondine.platform.plans;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.receivables.Debts;
import org.springframework.stereotype.Component;

/** Finds what the plan before has left to the next one (report), as far as it is still owed by either side. */
@Component
class CarriedPlans {

    private final SettlementStore store;
    private final Debts debts;

    CarriedPlans(SettlementStore store, Debts debts) {
        this.store = store;
        this.debts = debts;
    }

    /** Negative where the payer had paid more. */
    Money before(AgreementId agreement) {
        return store.carried(agreement)
                .map(left -> nearer(left, debts.of(agreement).due()))
                .orElse(Money.zero());
    }

    /** The one of both that is nearer to nothing; nothing where one side says the other owes. */
    private static Money nearer(Money left, Money due) {
        if (left.isNegative()) {
            return nearer(left.negated(), due.negated()).negated();
        }
        var least = left.compareTo(due) < 0 ? left : due;
        return least.isPositive() ? least : Money.zero();
    }
}
