package fr.ondine.platform.tariffs;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A charge as it is typed or stored: its prices in a list.
 *
 * @param isPerDwelling of a standing or volumetric charge
 * @param isOnRequest of a fee
 * @param basin of a levy, else empty
 * @param prices none for a levy, whose rates are entered once for all tariffs
 */
public record ChargeDraft(
        ChargeTerms terms,
        ChargeKind kind,
        boolean isPerDwelling,
        boolean isOnRequest,
        String basin,
        List<PriceEntry> prices) {

    public ChargeDraft {
        basin = basin.strip();
        prices = List.copyOf(prices);
        if (kind == ChargeKind.LEVY && basin.isEmpty()) {
            throw new BasinMissing();
        }
    }

    public static ChargeDraft of(Charge charge) {
        return new ChargeDraft(
                charge.terms(),
                ChargeKind.of(charge),
                charge instanceof StandingCharge standing && standing.isPerDwelling()
                        || charge instanceof VolumeCharge volume && volume.isPerDwelling(),
                charge instanceof Fee fee && fee.isOnRequest(),
                charge instanceof Levy levy ? levy.basin() : "",
                Entries.of(charge));
    }

    /** The charge; refused where its prices contradict each other or are missing. */
    public Charge charge() {
        return charge(new TreeMap<>());
    }

    Charge charge(SortedMap<Integer, LevyRate> rates) {
        return switch (kind) {
            case STANDING -> Entries.standing(terms, prices, isPerDwelling);
            case VOLUME -> Entries.volume(terms, prices, isPerDwelling);
            case LEVY -> new Levy(terms, basin, rates);
            case FEE -> Entries.fee(terms, prices, isOnRequest);
        };
    }
}
