package fr.ondine.platform.fees;

import java.time.LocalDate;
import java.util.Set;

/**
 * What staff would bill an agreement.
 *
 * @param codes of the charges in its tariff
 * @param dueOn the last day to pay
 */
public record FeeOrder(FeeKind kind, Set<String> codes, LocalDate dueOn) {

    public FeeOrder {
        codes = Set.copyOf(codes);
    }
}
