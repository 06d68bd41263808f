package fr.ondine.platform.tariffs;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * The prices that hold from a day on until the next version does.
 *
 * @param resolution of the deliberating body, as it is cited (délibération)
 */
public record TariffVersion(LocalDate validFrom, String resolution, List<Charge> charges) {

    public TariffVersion {
        charges = List.copyOf(charges);
        var codes = new HashSet<String>();
        for (var charge : charges) {
            if (!codes.add(charge.terms().code())) {
                throw new ChargesOfOneCode(charge.terms().code());
            }
        }
    }

    <T extends Charge> Stream<T> charges(Class<T> kind) {
        return charges.stream().filter(kind::isInstance).map(kind::cast);
    }
}
