package fr.ondine.platform.tariffs;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants a version of a tariff to be.
 *
 * @param validFrom null while it was not said, which is refused
 * @param resolution of the deliberating body (délibération), empty until it has decided
 */
public record TariffDraft(@Nullable LocalDate validFrom, String resolution, List<Charge> charges) {

    public TariffDraft {
        resolution = resolution.strip();
        charges = List.copyOf(charges);
    }

    /** The same as it is in a version. */
    public static TariffDraft of(TariffVersion version) {
        return new TariffDraft(version.validFrom(), version.resolution(), version.charges());
    }

    /** With a charge in the place of the one that has its code, or after all others. */
    public TariffDraft with(Charge charge) {
        var known = charges.stream().anyMatch(one -> isOf(charge.terms().code(), one));
        var others = charges.stream().map(one -> isOf(charge.terms().code(), one) ? charge : one);
        return new TariffDraft(
                validFrom,
                resolution,
                Stream.concat(others, known ? Stream.empty() : Stream.of(charge))
                        .toList());
    }

    public TariffDraft without(String code) {
        return new TariffDraft(
                validFrom,
                resolution,
                charges.stream().filter(charge -> !isOf(code, charge)).toList());
    }

    public TariffDraft on(@Nullable LocalDate day, String decidedBy) {
        return new TariffDraft(day, decidedBy, charges);
    }

    TariffVersion version() {
        if (validFrom == null) {
            throw new DayMissing();
        }
        return new TariffVersion(validFrom, resolution, charges);
    }

    private static boolean isOf(String code, Charge charge) {
        return charge.terms().code().equals(code);
    }
}
