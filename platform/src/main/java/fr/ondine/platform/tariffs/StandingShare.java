package fr.ondine.platform.tariffs;

import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.kernel.Period;
import fr.ondine.platform.kernel.Volume;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The share of standing charges in what 120 m³ cost, of water or of sewerage: excluding VAT and the levies of the agency,
 * for one dwelling and twelve months (arrêté of 6 August 2007).
 */
public record StandingShare(InvoiceSection section, Money standing, Money total, StandingCap cap) {

    public static final Volume REFERENCE = Volume.ofCubicMetres(120);

    private static final ServiceTraits DWELLING = new ServiceTraits(15, 1);

    public boolean isAbove() {
        return standing.amount().movePointRight(2).compareTo(total.amount().multiply(BigDecimal.valueOf(cap.percent())))
                > 0;
    }

    /** In percent, to a tenth, rounded up so that what is above the cap also reads so. */
    public BigDecimal percent() {
        return total.isZero()
                ? BigDecimal.ZERO
                : standing.amount().movePointRight(2).divide(total.amount(), 1, RoundingMode.UP);
    }

    /** One for each of the two services that the version has charges of. */
    static List<StandingShare> of(TariffVersion version, TariffRules rules) {
        return Stream.of(InvoiceSection.WATER, InvoiceSection.SEWERAGE)
                .flatMap(section -> share(version, section, rules).stream())
                .toList();
    }

    private static Optional<StandingShare> share(TariffVersion version, InvoiceSection section, TariffRules rules) {
        var charges = version.charges().stream()
                .filter(charge -> charge.terms().section() == section && counts(charge))
                .toList();
        if (charges.isEmpty()) {
            return Optional.empty();
        }
        var year = LocalDate.of(version.validFrom().getYear(), 1, 1);
        var days = new Period(year, year.plusYears(1));
        var rated = new Rating(
                        new Tariff(List.of(new TariffVersion(year, version.resolution(), charges))), rules.rating())
                .rate(RatingRequest.of(DWELLING, new Use(days, REFERENCE), year));
        var standing = rated.lines().stream()
                .filter(line -> line.unit() != LineUnit.CUBIC_METRE)
                .map(line -> line.net(rated.rounding()))
                .reduce(Money.zero(), Money::plus);
        return Optional.of(new StandingShare(section, standing, rated.net(), rules.cap()));
    }

    private static boolean counts(Charge charge) {
        return charge.terms().beneficiary() != Beneficiary.WATER_AGENCY
                && (charge instanceof StandingCharge || charge instanceof VolumetricCharge);
    }
}
