package fr.ondine.platform.tariffs;

import fr.ondine.platform.customers.Service;
import java.time.LocalDate;
import java.util.Map;
import java.util.SortedMap;

/** All that a utility has published of what its services cost: read once for a whole run, by which anything is rated. */
public record TariffBook(Map<TariffId, Tariff> tariffs, Map<Service, TariffId> defaults, RatingRules rules) {

    public TariffBook {
        tariffs = Map.copyOf(tariffs);
        defaults = Map.copyOf(defaults);
    }

    /** The versions of one tariff; none while nothing of it is published. */
    public Tariff tariff(TariffId id) {
        return tariffs.getOrDefault(id, Tariff.NONE);
    }

    /**
     * What an agreement pays by: the default tariff of its service, and from the day of each choice on the chosen one.
     *
     * @param choices of the agreement, as {@link Tariffs#choices} gives them
     */
    public Tariff of(Service service, SortedMap<LocalDate, TariffId> choices) {
        var usual = defaults.get(service);
        if (usual == null && choices.isEmpty()) {
            throw new DefaultTariffMissing(service);
        }
        var paid = usual == null ? Tariff.NONE : tariff(usual);
        for (var choice : choices.entrySet()) {
            paid = paid.until(choice.getKey(), tariff(choice.getValue()));
        }
        return paid;
    }
}
