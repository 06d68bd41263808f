package fr.ondine.platform.billing;

import fr.ondine.tenantconfig.NumberFormat;
import java.util.Locale;

/**
 * What was typed into the search box, as each thing is compared.
 *
 * @param number without signs
 * @param small in small letters
 * @param words parted by single spaces
 * @param turned the first word last, as a holder's first name is on file; empty for a single word
 */
public record TypedSearch(String number, String small, String words, String turned) {

    /** Nobody types more, and what is longer names nothing. */
    private static final int LONGEST = 100;

    public static TypedSearch of(String typed) {
        var words = words(typed);
        var first = words.indexOf(' ');
        return new TypedSearch(
                NumberFormat.plain(words),
                words.toLowerCase(Locale.ROOT),
                words,
                first < 0 ? "" : words.substring(first + 1) + " " + words.substring(0, first));
    }

    private static String words(String typed) {
        var words = typed.replaceAll("[\\s\\p{Z}\\p{Cntrl},;]+", " ").strip();
        return words.length() > LONGEST ? words.substring(0, LONGEST) : words;
    }

    public boolean isEmpty() {
        return words.isEmpty();
    }
}
