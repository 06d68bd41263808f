package fr.ondine.platform.tariffs;

import fr.ondine.platform.kernel.UnitPrice;
import fr.ondine.platform.kernel.Volume;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Charges as lists of prices and back: what is stored, compared and typed is the list, what rates is the charge. */
final class Entries {

    private static final MonthDay NEW_YEAR = MonthDay.of(1, 1);

    private Entries() {}

    /** The prices of a charge in their order; none of a levy, whose rates are those of its basin. */
    static List<PriceEntry> of(Charge charge) {
        return switch (charge) {
            case StandingCharge standing -> standing(standing);
            case VolumetricCharge volume ->
                volume.seasons().stream()
                        .flatMap(season -> season.tiers().tiers().stream()
                                .map(tier -> new PriceEntry(
                                        Optional.empty(), name(volume, season), tier.from(), tier.price())))
                        .toList();
            case Levy levy -> List.of();
            case Fee fee -> List.of(PriceEntry.of(fee.price()));
        };
    }

    private static List<PriceEntry> standing(StandingCharge charge) {
        return Stream.concat(
                        Stream.of(PriceEntry.of(charge.usual())),
                        charge.byDiameter().entrySet().stream()
                                .map(price -> new PriceEntry(
                                        Optional.of(price.getKey()),
                                        Optional.empty(),
                                        new Volume(0),
                                        price.getValue())))
                .sorted(PriceEntry.BY_PLACE)
                .toList();
    }

    private static Optional<MonthDay> name(VolumetricCharge charge, Season season) {
        return charge.seasons().size() == 1 ? Optional.empty() : Optional.of(season.from());
    }

    static StandingCharge standing(ChargeTerms terms, List<PriceEntry> entries, boolean isPerDwelling) {
        UnitPrice usual = null;
        var byDiameter = new LinkedHashMap<Integer, UnitPrice>();
        for (var entry : distinct(terms, entries)) {
            if (entry.diameter().isPresent()) {
                byDiameter.put(entry.diameter().get(), entry.price());
            } else {
                usual = entry.price();
            }
        }
        if (usual == null) {
            throw new PriceMissing(terms.label());
        }
        return new StandingCharge(terms, usual, byDiameter, isPerDwelling);
    }

    /** A tier goes until the next one of its season begins, the last one without end. */
    static VolumetricCharge volume(ChargeTerms terms, List<PriceEntry> entries, boolean isPerDwelling) {
        if (entries.isEmpty()) {
            throw new PriceMissing(terms.label());
        }
        var seasons = new LinkedHashMap<MonthDay, List<PriceEntry>>();
        distinct(terms, entries)
                .forEach(entry -> seasons.computeIfAbsent(entry.season().orElse(NEW_YEAR), season -> new ArrayList<>())
                        .add(entry));
        return new VolumetricCharge(
                terms,
                seasons.entrySet().stream()
                        .map(season -> new Season(season.getKey(), scale(season.getValue())))
                        .toList(),
                isPerDwelling);
    }

    private static TierScale scale(List<PriceEntry> entries) {
        var tiers = new ArrayList<Tier>();
        for (var at = 0; at < entries.size(); at++) {
            var to = at + 1 < entries.size() ? entries.get(at + 1).from() : null;
            tiers.add(new Tier(entries.get(at).from(), to, entries.get(at).price()));
        }
        return new TierScale(tiers);
    }

    static Fee fee(ChargeTerms terms, List<PriceEntry> entries, boolean isOnRequest) {
        if (entries.size() != 1) {
            throw entries.isEmpty() ? new PriceMissing(terms.label()) : new PriceTwice(terms.label());
        }
        return new Fee(terms, entries.getFirst().price(), isOnRequest);
    }

    private static List<PriceEntry> distinct(ChargeTerms terms, List<PriceEntry> entries) {
        var sorted = entries.stream().sorted(PriceEntry.BY_PLACE).toList();
        for (var at = 1; at < sorted.size(); at++) {
            if (sorted.get(at).isWhere(sorted.get(at - 1))) {
                throw new PriceTwice(terms.label());
            }
        }
        return sorted;
    }
}
