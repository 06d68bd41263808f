package fr.ondine.platform.tariffs;

import fr.ondine.platform.kernel.Period;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a service costs, by date (tarif): each version holds until the next one. */
public record Tariff(List<TariffVersion> versions) {

    /** Without any version: nothing is known of what it costs. */
    public static final Tariff NONE = new Tariff(List.of());

    public Tariff {
        versions = versions.stream()
                .sorted(Comparator.comparing(TariffVersion::validFrom))
                .toList();
    }

    /** The version of a day; before the first one nothing can be rated. */
    public TariffVersion on(LocalDate day) {
        return find(day).orElseThrow(() -> new TariffMissing(day));
    }

    Optional<TariffVersion> find(LocalDate day) {
        return versions.stream()
                .filter(version -> !version.validFrom().isAfter(day))
                .reduce((earlier, later) -> later);
    }

    /** Where a price that was billed by this tariff comes from. */
    public PriceTrace trace(BilledPrice billed) {
        return new PriceSearch(this, billed).trace();
    }

    /** Why a charge bears no VAT, as the latest version says that has it so; empty where it does. */
    public Optional<String> mention(InvoiceSection section, String label) {
        return versions.reversed().stream()
                .flatMap(version -> version.charges(Charge.class))
                .map(Charge::terms)
                .filter(terms -> terms.section() == section && terms.label().equals(label))
                .map(terms -> terms.vat().mention())
                .filter(mention -> !mention.isBlank())
                .findFirst();
    }

    /** This one before a day, and from then on another: what an agreement pays that changes from one to the other. */
    Tariff until(LocalDate day, Tariff next) {
        var begun = next.find(day).map(version -> new TariffVersion(day, version.resolution(), version.charges()));
        var before = versions.stream().filter(version -> version.validFrom().isBefore(day));
        var after = next.versions.stream().filter(version -> version.validFrom().isAfter(day));
        return new Tariff(Stream.of(before, begun.stream(), after)
                .flatMap(versions -> versions)
                .toList());
    }

    boolean isByVolume() {
        return versions.stream()
                .anyMatch(
                        version -> version.charges(VolumeCharge.class).findAny().isPresent());
    }

    /** The days within a period on which a version or a season begins. */
    Stream<LocalDate> changesWithin(Period period) {
        return Stream.concat(versions.stream().map(TariffVersion::validFrom), seasonsWithin(period));
    }

    private Stream<LocalDate> seasonsWithin(Period period) {
        return versions.stream()
                .flatMap(version -> version.charges(VolumetricCharge.class))
                .flatMap(charge -> charge.seasons().stream())
                .map(Season::from)
                .flatMap(start -> Stream.iterate(
                                period.from().getYear(),
                                year -> year <= period.until().getYear(),
                                year -> year + 1)
                        .map(start::atYear));
    }
}
