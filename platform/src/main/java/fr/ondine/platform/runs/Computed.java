package fr.ondine.platform.runs;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.kernel.Money;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What was found of the agreements of a chunk: bills that can be issued, and what is set aside. */
record Computed(List<Draft> drafts, Map<AgreementId, Parked> parked) {

    static Computed of(List<BillingCase> cases, Biller biller) {
        var computed = new Computed(new ArrayList<>(cases.size()), new LinkedHashMap<>());
        for (var one : cases) {
            switch (biller.bill(one)) {
                case Bill bill -> computed.drafts.add(Draft.of(one, bill));
                case Parked parked -> computed.parked.put(one.agreement(), parked);
            }
        }
        return computed;
    }

    /** Only those that are what was simulated; the others were changed since, and wait for somebody to look again. */
    Computed as(Map<AgreementId, Long> simulated) {
        var same = new Computed(new ArrayList<>(drafts.size()), new LinkedHashMap<>());
        for (var draft : drafts) {
            var agreement = draft.one().agreement();
            var seen = simulated.get(agreement);
            if (seen != null && seen == draft.brief()) {
                same.drafts.add(draft);
            } else if (seen != null) {
                same.parked.put(agreement, Parked.because(ParkingReason.CHANGED));
            }
        }
        parked.forEach((agreement, why) -> {
            if (simulated.containsKey(agreement)) {
                same.parked.put(agreement, Parked.because(ParkingReason.CHANGED));
            }
        });
        return same;
    }

    /** Those that get an invoice. */
    List<AgreementId> agreements() {
        return drafts.stream().map(draft -> draft.one().agreement()).toList();
    }

    boolean isEmpty() {
        return drafts.isEmpty() && parked.isEmpty();
    }

    Money sum(Function<Bill, Money> amount) {
        return drafts.stream().map(draft -> amount.apply(draft.bill())).reduce(Money.zero(), Money::plus);
    }
}
