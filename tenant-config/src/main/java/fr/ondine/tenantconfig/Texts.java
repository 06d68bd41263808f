package fr.ondine.tenantconfig;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** The bundles of this package: a language's own file or the one without a suffix, whatever this computer speaks. */
final class Texts {

    private Texts() {}

    static ResourceBundle of(String bundle, Locale locale) {
        return ResourceBundle.getBundle(
                "fr.ondine.tenantconfig." + bundle, locale, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    }
}
