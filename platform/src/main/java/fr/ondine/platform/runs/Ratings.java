package fr.ondine.platform.runs;

import fr.ondine.platform.customers.Service;
import fr.ondine.platform.tariffs.DefaultTariffMissing;
import fr.ondine.platform.tariffs.Rating;
import fr.ondine.platform.tariffs.TariffBook;
import fr.ondine.platform.tariffs.TariffId;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;

/** How each agreement of a run is rated: those that pay by the same tariffs are by the same rating. */
final class Ratings {

    private final TariffBook book;
    private final Map<Paid, Optional<Rating>> known = new ConcurrentHashMap<>();

    private record Paid(Service service, SortedMap<LocalDate, TariffId> choices) {}

    Ratings(TariffBook book) {
        this.book = book;
    }

    Optional<Rating> of(Service service, SortedMap<LocalDate, TariffId> choices) {
        return known.computeIfAbsent(new Paid(service, choices), this::rating);
    }

    private Optional<Rating> rating(Paid paid) {
        try {
            return Optional.of(new Rating(book.of(paid.service(), paid.choices()), book.rules()));
        } catch (DefaultTariffMissing none) {
            return Optional.empty();
        }
    }
}
