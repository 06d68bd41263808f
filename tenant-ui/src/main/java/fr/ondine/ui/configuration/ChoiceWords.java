package fr.ondine.ui.configuration;

import com.vaadin.flow.i18n.I18NProvider;
import fr.ondine.platform.kernel.Money;
import fr.ondine.ui.shell.Written;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a choice that a configuration names by a code is called, and how yes, no and an amount in euros are written; any
 * other value speaks for itself.
 */
public final class ChoiceWords {

    private static final Pattern CODE = Pattern.compile("[a-z-]{1,40}");
    private static final Pattern AMOUNT = Pattern.compile("\\d{1,9}\\.\\d{2}");
    private static final Set<String> ANSWERS = Set.of("true", "false");
    private static final Pattern PLACE = Pattern.compile("\\[\\d+]");

    private ChoiceWords() {}

    public static String of(String path, Enum<?> choice) {
        return of(path, choice.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    static String of(String path, String value) {
        if (ANSWERS.contains(value)) {
            return I18NProvider.translate("shell.value." + value);
        }
        if (AMOUNT.matcher(value).matches()) {
            return Written.money(Money.euros(value));
        }
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
