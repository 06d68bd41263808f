package fr.ondine.platform.imports;

import fr.ondine.platform.kernel.DomainException;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The sentences of a report; the utility's staff read them. */
final class Phrases {

    private static final ResourceBundle BUNDLE =
            ResourceBundle.getBundle("fr.ondine.platform.imports.messages", Locale.FRENCH);

    private Phrases() {}

    static String of(DomainException why) {
        return of(why.code(), why.arguments().toArray());
    }

    static String of(String code, Object... arguments) {
        return new MessageFormat(BUNDLE.getString(code), Locale.FRENCH).format(arguments);
    }
}
