package fr.ondine.platform.oldaccounts;

import java.util.Locale;
import java.util.regex.Pattern;

/** The number, or name, of a former login, however it is typed. */
public final class OldNumbers {

    private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Cntrl}\\u00a0\\u202f.\\-]+");

    /** With whatever stands between its signs; none that was imported has more. */
    private static final int LONGEST = 200;

    private OldNumbers() {}

    /** Without spaces, points and hyphens, in capitals; may be empty, and is where it is longer than any. */
    public static String tidy(String typed) {
        return typed.length() > LONGEST
                ? ""
                : BETWEEN.matcher(typed).replaceAll("").toUpperCase(Locale.ROOT);
    }
}
