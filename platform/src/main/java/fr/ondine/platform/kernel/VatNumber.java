package fr.ondine.platform.kernel;

import java.util.Locale;
import java.util.regex.Pattern;

/** An intra-community VAT number (numéro de TVA intracommunautaire); the key of a French one holds. */
public record VatNumber(String value) {

    private static final Pattern ANY = Pattern.compile("[A-Z]{2}[A-Z0-9]{2,12}");
    private static final Pattern FRENCH = Pattern.compile("FR(\\d{2})(\\d{9})");

    public VatNumber {
        value = value.replaceAll("[\\s\\u00a0\\u202f]", "").toUpperCase(Locale.ROOT);
        if (!ANY.matcher(value).matches()) {
            throw new InvalidVatNumber("vat-number");
        }
        if (value.startsWith("FR")) {
            checkFrench(value);
        }
    }

    private static void checkFrench(String number) {
        var french = FRENCH.matcher(number);
        if (!french.matches()) {
            throw new InvalidVatNumber("vat-number-french");
        }
        if ((12 + 3 * (Long.parseLong(french.group(2)) % 97)) % 97 != Long.parseLong(french.group(1))) {
            throw new InvalidVatNumber("vat-number-key");
        }
    }
}
