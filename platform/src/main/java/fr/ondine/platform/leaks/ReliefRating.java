package fr.ondine.platform.leaks;

import fr.ondine.platform.credits.CreditableLine;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.kernel.Quantity;
import fr.ondine.platform.kernel.UnitPrice;
import fr.ondine.platform.kernel.VatRate;
import fr.ondine.platform.kernel.Volume;
import fr.ondine.platform.tariffs.ChargeTerms;
import fr.ondine.platform.tariffs.InvoiceSection;
import fr.ondine.platform.tariffs.LevyRateMissing;
import fr.ondine.platform.tariffs.LineUnit;
import fr.ondine.platform.tariffs.RatedLine;
import fr.ondine.platform.tariffs.Rating;
import fr.ondine.platform.tariffs.RatingRequest;
import fr.ondine.platform.tariffs.TariffMissing;
import fr.ondine.platform.tariffs.Use;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Rates an invoice anew with the volumes that are due: a pure function of its tariff, what was used and its lines. A line
 * counts only when the volume that was billed gives exactly what it says.
 *
 * @param asked of the invoice as it was issued: its uses are those of its meters
 * @param isOfSewerage whether all of it is for sewerage, as of an agreement of that service
 */
record ReliefRating(Rating rating, RatingRequest asked, RoundingMode rounding, boolean isOfSewerage) {

    /** By which a line of an invoice is found again: what is alike is one line. */
    private record Key(String section, String label, UnitPrice price, VatRate vat) {

        static Key of(CreditableLine line) {
            return new Key(line.section(), line.label(), line.price(), line.vat());
        }

        static Key of(RatedLine line) {
            var terms = line.terms();
            return new Key(
                    terms.section().name(),
                    terms.label(),
                    line.price(),
                    terms.vat().rate());
        }
    }

    /** So many m³ and what they cost. */
    private record Rate(Quantity quantity, Money net, boolean isOfSewerage) {}

    /** The lines of which less is due; refused with {@link ReliefNotRated} where one of them cannot be found again. */
    List<RelievedLine> lines(List<CreditableLine> billed, Relief relief) {
        var used = rates(relief.used());
        var water = rates(relief.water());
        var sewerage = rates(relief.sewerage());
        return billed.stream()
                .filter(ReliefRating::isOfUse)
                .map(line -> isSewerage(line, used)
                        ? relieved(line, used, sewerage, relief.used(), relief.sewerage())
                        : relieved(line, used, water, relief.used(), relief.water()))
                .filter(RelievedLine::isChanged)
                .toList();
    }

    /** What estimates are taken back by is left as it is. */
    private static boolean isOfUse(CreditableLine line) {
        return line.quantity().isOfCubicMetres() && line.quantity().amount().signum() > 0;
    }

    /** As the tariff says; of an invoice whose tariff is not known, by its rubric and name. */
    private boolean isSewerage(CreditableLine line, Map<Key, Rate> used) {
        return isOfSewerage
                || Optional.ofNullable(used.get(Key.of(line)))
                        .map(Rate::isOfSewerage)
                        .orElseGet(() ->
                                ChargeTerms.isNamedSewerage(InvoiceSection.valueOf(line.section()), line.label()));
    }

    private RelievedLine relieved(
            CreditableLine line, Map<Key, Rate> used, Map<Key, Rate> due, Volume all, Volume left) {
        var key = Key.of(line);
        return Optional.ofNullable(used.get(key))
                .filter(rate -> isSame(rate, line))
                .map(rate -> due.getOrDefault(
                        key,
                        new Rate(
                                new Quantity(BigDecimal.ZERO, Quantity.CUBIC_METRE),
                                Money.zero(),
                                rate.isOfSewerage())))
                .or(() -> flat(line, all, left))
                .map(rate -> new RelievedLine(line, rate.quantity(), rate.net()))
                .orElseThrow(() -> new ReliefNotRated(line.label()));
    }

    /** Of an invoice that came by import, whose tariff is not known: one price for all that was used. */
    private Optional<Rate> flat(CreditableLine line, Volume all, Volume left) {
        var before = rate(line, all);
        return isSame(before, line) ? Optional.of(rate(line, left)) : Optional.empty();
    }

    private Rate rate(CreditableLine line, Volume volume) {
        var quantity = volume.cubicMetres();
        return new Rate(
                new Quantity(quantity, Quantity.CUBIC_METRE),
                line.price().times(quantity, line.priceUnits(), rounding),
                false);
    }

    private static boolean isSame(Rate rate, CreditableLine line) {
        return rate.quantity().amount().compareTo(line.quantity().amount()) == 0
                && rate.net().equals(line.net());
    }

    private Map<Key, Rate> rates(Volume volume) {
        var rates = new HashMap<Key, Rate>();
        rated(volume).stream()
                .filter(line -> line.unit() == LineUnit.CUBIC_METRE)
                .forEach(line -> rates.put(
                        Key.of(line),
                        new Rate(
                                new Quantity(line.quantity().amount(), Quantity.CUBIC_METRE),
                                line.net(rounding),
                                line.terms().isOfSewerage())));
        return rates;
    }

    private List<RatedLine> rated(Volume volume) {
        try {
            return rating.rate(new RatingRequest(
                            asked.traits(),
                            Optional.empty(),
                            shared(asked.uses(), volume),
                            asked.usedBefore(),
                            asked.issuedOn(),
                            asked.services()))
                    .lines();
        } catch (TariffMissing | LevyRateMissing unknown) {
            return List.of();
        }
    }

    /** As much of a volume for each use as it has of all; the litres of all are the volume. */
    static List<Use> shared(List<Use> uses, Volume volume) {
        var all = uses.stream().mapToLong(use -> use.volume().litres()).sum();
        var shared = new ArrayList<Use>();
        var reached = 0L;
        var given = 0L;
        for (var use : uses) {
            reached += use.volume().litres();
            var until = all == 0 ? 0 : Math.multiplyExact(volume.litres(), reached) / all;
            shared.add(new Use(use.period(), new Volume(until - given)));
            given = until;
        }
        return shared;
    }
}
