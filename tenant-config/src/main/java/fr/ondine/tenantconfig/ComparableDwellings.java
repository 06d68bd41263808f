package fr.ondine.tenantconfig;

import java.util.regex.Pattern;

/**
 * What dwellings of a zone use on average (CGCT R2224-20-1): a leak is found by it where a place has no history.
 *
 * @param cubicMetresAYear in 365 days
 */
public record ComparableDwellings(String postcode, int cubicMetresAYear) {

    private static final Pattern POSTCODE = Pattern.compile("\\d{5}");
    private static final int MOST = 1_000;

    public ComparableDwellings {
        Invalid.unless(POSTCODE.matcher(postcode).matches(), "postcode", "postcode", postcode);
        Invalid.unless(cubicMetresAYear > 0 && cubicMetresAYear <= MOST, "cubicMetresAYear", "cubic-metres", MOST);
    }
}
