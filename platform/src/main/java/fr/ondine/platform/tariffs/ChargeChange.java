package fr.ondine.platform.tariffs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * A charge that one version has otherwise than another, or alone.
 *
 * @param before empty where it is new
 * @param after empty where it is gone
 */
public record ChargeChange(Optional<Charge> before, Optional<Charge> after) {

    /**
     * A price in both, in one of them, or in the other.
     *
     * @param at where it applies, with the price of either
     */
    public record PriceChange(PriceEntry at, Optional<PriceEntry> before, Optional<PriceEntry> after) {}

    /** The charge as it is, or as it was. */
    public Charge charge() {
        return after.or(() -> before).orElseThrow();
    }

    /** Whether anything but prices is otherwise: its label, section, VAT and the like. */
    public boolean isInTerms() {
        return before.isPresent()
                && after.isPresent()
                && !withoutPrices(before.get()).equals(withoutPrices(after.get()));
    }

    /** The prices that are otherwise, in their order. */
    public List<PriceChange> prices() {
        var old = before.map(Entries::of).orElse(List.of());
        var fresh = after.map(Entries::of).orElse(List.of());
        var changes = new ArrayList<PriceChange>();
        for (var price : old) {
            var now = fresh.stream().filter(price::isWhere).findFirst();
            if (now.filter(price::equals).isEmpty()) {
                changes.add(new PriceChange(price, Optional.of(price), now));
            }
        }
        fresh.stream()
                .filter(price -> old.stream().noneMatch(price::isWhere))
                .forEach(price -> changes.add(new PriceChange(price, Optional.empty(), Optional.of(price))));
        changes.sort((one, other) -> PriceEntry.BY_PLACE.compare(one.at(), other.at()));
        return changes;
    }

    static List<ChargeChange> between(TariffVersion before, TariffVersion after) {
        var codes = new LinkedHashMap<String, ChargeChange>();
        after.charges()
                .forEach(charge ->
                        codes.put(charge.terms().code(), new ChargeChange(Optional.empty(), Optional.of(charge))));
        before.charges()
                .forEach(charge -> codes.merge(
                        charge.terms().code(),
                        new ChargeChange(Optional.of(charge), Optional.empty()),
                        (fresh, old) -> new ChargeChange(old.before, fresh.after)));
        return codes.values().stream().filter(change -> !change.isNone()).toList();
    }

    private boolean isNone() {
        return before.isPresent() && after.isPresent() && !isInTerms() && prices().isEmpty();
    }

    private static ChargeDraft withoutPrices(Charge charge) {
        var draft = ChargeDraft.of(charge);
        return new ChargeDraft(
                draft.terms(), draft.kind(), draft.isPerDwelling(), draft.isOnRequest(), draft.basin(), List.of());
    }
}
