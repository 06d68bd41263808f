package fr.ondine.platform.customers;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import org.jspecify.annotations.Nullable;

/** Writes telephone numbers as a French reader does; what is no number is left as the utility has it. */
final class Phones {

    private static final String HERE = "FR";
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    private Phones() {}

    static @Nullable String written(@Nullable String number) {
        if (number == null || number.isBlank()) {
            return null;
        }
        try {
            var parsed = NUMBERS.parse(number, HERE);
            var domestic = parsed.getCountryCode() == NUMBERS.getCountryCodeForRegion(HERE);
            return NUMBERS.format(parsed, domestic ? PhoneNumberFormat.NATIONAL : PhoneNumberFormat.INTERNATIONAL);
        } catch (NumberParseException noNumber) {
            return number;
        }
    }
}
