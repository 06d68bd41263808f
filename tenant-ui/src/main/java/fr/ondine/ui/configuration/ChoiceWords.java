package fr.ondine.ui.configuration;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.regex.Pattern;

/** What a choice that a configuration names by a code is called; a value that is no such code speaks for itself. */
public final class ChoiceWords {

    private static final Pattern CODE = Pattern.compile("[a-z-]{1,40}");
    private static final Pattern PLACE = Pattern.compile("\\[\\d+]");

    private ChoiceWords() {}

    public static String of(String path, Enum<?> choice) {
        return of(path, choice.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    static String of(String path, String value) {
        if (!CODE.matcher(value).matches()) {
            return value;
        }
        try {
            return I18NProvider.translate("configuration." + PLACE.matcher(path).replaceAll("") + "." + value);
        } catch (MissingResourceException unnamed) {
            return value;
        }
    }
}
