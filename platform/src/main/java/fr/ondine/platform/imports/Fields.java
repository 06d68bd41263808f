package fr.ondine.platform.imports;

import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.kernel.InvalidEmailAddress;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The kinds of fields that do not depend on the utility. */
final class Fields {

    private static final DateTimeFormatter FRENCH =
            DateTimeFormatter.ofPattern("dd/MM/uuuu").withResolverStyle(ResolverStyle.STRICT);
    private static final Pattern ISO_DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern SLASHED_DAY = Pattern.compile("(\\d{1,2})/(\\d{1,2})");
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+([.,]\\d+)?");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0\\u202f]+");
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}");
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2200;

    private Fields() {}

    static FieldReader text(int longest) {
        return field -> {
            if (field.length() > longest) {
                throw new Refused("too-long", longest);
            }
            return field;
        };
    }

    static FieldReader date() {
        return field -> {
            try {
                var iso = ISO_DATE.matcher(field).matches();
                var date = iso ? LocalDate.parse(field) : LocalDate.parse(field, FRENCH);
                if (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR) {
                    throw new Refused("date-far");
                }
                return date.toString();
            } catch (DateTimeException unreadable) {
                throw new Refused("date");
            }
        };
    }

    /** A day of every year, as a database sorts it: 06-15. */
    static FieldReader dayOfYear() {
        return field -> {
            try {
                var slashed = SLASHED_DAY.matcher(field);
                var day = slashed.matches()
                        ? MonthDay.of(Integer.parseInt(slashed.group(2)), Integer.parseInt(slashed.group(1)))
                        : MonthDay.parse("--" + field);
                return day.toString().substring(2);
            } catch (DateTimeException unreadable) {
                throw new Refused("day-of-year");
            }
        };
    }

    static FieldReader decimal(int integerDigits, int decimals) {
        return field -> number(field, integerDigits, decimals).toPlainString();
    }

    /** A register in cubic metres, to the litre. */
    static FieldReader litres() {
        return field -> {
            var cubicMetres = number(field, 9, 3);
            if (cubicMetres.signum() < 0) {
                throw new Refused("negative");
            }
            return cubicMetres.movePointRight(3).toBigIntegerExact().toString();
        };
    }

    static FieldReader positive(int integerDigits, int decimals) {
        return field -> {
            var number = number(field, integerDigits, decimals);
            if (number.signum() <= 0) {
                throw new Refused("not-positive");
            }
            return number.toPlainString();
        };
    }

    static FieldReader integer(int least, int most) {
        return field -> {
            var number = number(field, 9, 0).intValueExact();
            if (number < least || number > most) {
                throw new Refused("out-of-range", least, most);
            }
            return String.valueOf(number);
        };
    }

    static FieldReader word(Map<String, String> meanings) {
        return field -> {
            var meaning = meanings.get(plain(field));
            if (meaning == null) {
                throw new Refused(
                        "unknown-word",
                        String.join(", ", meanings.keySet().stream().sorted().toList()));
            }
            return meaning;
        };
    }

    static FieldReader email() {
        return field -> {
            try {
                return new EmailAddress(field).value();
            } catch (InvalidEmailAddress refused) {
                throw new Refused("email");
            }
        };
    }

    static FieldReader digits(int count) {
        return field -> {
            var digits = SPACES.matcher(field).replaceAll("");
            if (!digits.matches("\\d{" + count + "}")) {
                throw new Refused("digits", count);
            }
            return digits;
        };
    }

    private static BigDecimal number(String field, int integerDigits, int decimals) {
        var plain = SPACES.matcher(field).replaceAll("");
        if (!NUMBER.matcher(plain).matches()) {
            throw new Refused("number");
        }
        var number = new BigDecimal(plain.replace(',', '.')).stripTrailingZeros();
        if (number.scale() > decimals) {
            throw new Refused("decimals", decimals);
        }
        if (number.precision() - number.scale() > integerDigits) {
            throw new Refused("number-too-large");
        }
        return number;
    }

    private static String plain(String word) {
        var decomposed = Normalizer.normalize(word, Normalizer.Form.NFD);
        return ACCENTS.matcher(decomposed).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
