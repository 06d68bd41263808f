package fr.ondine.platform.customers;

import org.jspecify.annotations.Nullable;

/**
 * What is written of a holder, on file or as staff typed it; blank is what is not known, and an address that is blank
 * altogether is the one where the water is served.
 *
 * @param buyer as whom they are billed
 */
public record HolderEntry(
        String title,
        String firstName,
        String lastName,
        String street,
        String complement,
        String postcode,
        String city,
        BuyerIdentity buyer) {

    /** As long as an import takes a word, such as a postcode, which abroad is not of five digits. */
    public static final int WORD = 60;

    /** As long as an import takes a line. */
    public static final int LINE = 200;

    public HolderEntry {
        title = title.strip();
        firstName = firstName.strip();
        lastName = lastName.strip();
        street = street.strip();
        complement = complement.strip();
        postcode = postcode.strip();
        city = city.strip();
    }

    boolean hasAddress() {
        return !(street + complement + postcode + city).isEmpty();
    }

    static String known(@Nullable String text) {
        return text == null ? "" : text;
    }
}
