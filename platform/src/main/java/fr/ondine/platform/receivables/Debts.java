package fr.ondine.platform.receivables;

import static java.util.stream.Collectors.groupingBy;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.tenancy.Tenants;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Decides what is owed and what of it may be paid by card: pages and payments ask here. */
@Service
@Transactional(readOnly = true)
public class Debts {

    private final OpenItems items;
    private final Tenants tenants;
    private final Clock clock;

    Debts(OpenItems items, Tenants tenants, Clock clock) {
        this.items = items;
        this.tenants = tenants;
        this.clock = clock;
    }

    public Debt of(AgreementId agreement) {
        return of(List.of(agreement)).getOrDefault(agreement, Debt.NONE);
    }

    /** The debts of many agreements by one query; none for those that owe nothing and are owed nothing. */
    public Map<AgreementId, Debt> of(Collection<AgreementId> agreements) {
        var debts = new HashMap<AgreementId, Debt>();
        if (!agreements.isEmpty()) {
            items.of(agreements).stream()
                    .collect(groupingBy(OpenItem::agreement))
                    .forEach((agreement, open) -> debts.put(agreement, rules().debt(open)));
        }
        return debts;
    }

    private DebtRules rules() {
        var payments = tenants.current().payments();
        return new DebtRules(payments.payable(), SmallestAsked.of(payments), LocalDate.now(clock));
    }
}
