package fr.ondine.platform.metering;

import fr.ondine.platform.kernel.Volume;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a register shows as people write it: "1 284", "1284,250". A point is refused: it would part thousands for one
 * person and litres for another.
 */
final class TypedRegister {

    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0\\u202f]");
    private static final Pattern CUBIC_METRES = Pattern.compile("\\d{1,9}(,\\d{1,3})?");
    private static final int LITRES = 3;

    private TypedRegister() {}

    static Volume of(String typed) {
        return find(typed).orElseThrow(ReadingRefused::noRegister);
    }

    static Optional<Volume> find(String typed) {
        var number = SPACES.matcher(typed).replaceAll("");
        return CUBIC_METRES.matcher(number).matches() ? Optional.of(litres(number)) : Optional.empty();
    }

    private static Volume litres(String number) {
        return new Volume(
                new BigDecimal(number.replace(',', '.')).movePointRight(LITRES).longValueExact());
    }
}
