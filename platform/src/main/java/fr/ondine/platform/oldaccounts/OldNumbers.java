package fr.ondine.platform.oldaccounts;

import java.util.Locale;
import java.util.regex.Pattern;

/** The number, or name, of a former login, however it is typed. */
public final class OldNumbers {

    private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Cntrl}\\u00a0\\u202f.\\-]+");

    private OldNumbers() {}

    /** Without spaces, points and hyphens, in capitals; may be empty. */
    public static String tidy(String typed) {
        return BETWEEN.matcher(typed).replaceAll("").toUpperCase(Locale.ROOT);
    }
}
