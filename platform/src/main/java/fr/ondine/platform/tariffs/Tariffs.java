package fr.ondine.platform.tariffs;

import fr.ondine.platform.customers.AgreementId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The tariffs (tarifs) of the bound utility as its bills are made by them; {@link TariffDesk} is where they are changed. */
@Service
@Transactional(readOnly = true)
public class Tariffs {

    private final StoredTariffs stored;
    private final StoredRules rules;
    private final AgreementTariffs agreements;

    Tariffs(StoredTariffs stored, StoredRules rules, AgreementTariffs agreements) {
        this.stored = stored;
        this.rules = rules;
        this.agreements = agreements;
    }

    /** All that is published, in two queries however many tariffs there are: to be kept for the length of a run. */
    public TariffBook all() {
        return stored.book(rules.get().rating());
    }

    /**
     * The tariffs that some agreements have of their own, each from its day on, in one query for all of them; an agreement
     * that is not in it has the default one of its service.
     */
    public Map<AgreementId, SortedMap<LocalDate, TariffId>> choices(Collection<AgreementId> some) {
        return agreements.of(some);
    }

    /** What an agreement paid by, as far as it was published by then; no version where it had no tariff. */
    public Tariff paidBy(AgreementId agreement, fr.ondine.platform.customers.Service service, Instant when) {
        var choices = agreements.of(List.of(agreement)).getOrDefault(agreement, Collections.emptySortedMap());
        var book = stored.book(rules.get().rating(), service, choices.values(), when);
        return book.defaults().isEmpty() && choices.isEmpty() ? Tariff.NONE : book.of(service, choices);
    }
}
