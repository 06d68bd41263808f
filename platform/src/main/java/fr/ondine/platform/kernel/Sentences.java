package fr.ondine.platform.kernel;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/**
 * The bundles of what people read: a language has a file of its own, and the file without a suffix speaks for all the
 * others; never another one because this computer happens to speak it.
 */
public final class Sentences {

    private static final String WRITING = "fr.ondine.platform.kernel.writing";
    private static final Control OWN_OR_COMMON = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private Sentences() {}

    /** The sentences of that bundle in a language. */
    public static ResourceBundle of(String bundle, Locale language) {
        return ResourceBundle.getBundle(bundle, language, OWN_OR_COMMON);
    }

    /** The language of the files without a suffix. */
    public static Locale commonLanguage() {
        return languageOf(Locale.ROOT);
    }

    /** The language in which somebody is written to who would like {@code wanted}. */
    static Locale languageOf(Locale wanted) {
        return Locale.forLanguageTag(writing(wanted).getString("language"));
    }

    static ResourceBundle writing(Locale language) {
        return of(WRITING, language);
    }
}
