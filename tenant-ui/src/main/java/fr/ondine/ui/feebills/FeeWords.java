package fr.ondine.ui.feebills;

import com.vaadin.flow.i18n.I18NProvider;
import fr.ondine.platform.fees.FeeKind;
import fr.ondine.platform.fees.OfferedFee;
import fr.ondine.ui.shell.Written;
import java.util.Locale;

/** How bills of services are said. */
final class FeeWords {

    private FeeWords() {}

    static String say(String key, Object... arguments) {
        return I18NProvider.translate(key, arguments);
    }

    static String of(FeeKind kind) {
        return say("fees.kind." + kind.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** A number that no line breaks. */
    static String together(String number) {
        return number.replace(' ', '\u00a0');
    }

    /** "Frais d'accès au service, 52,80 € TTC". */
    static String of(OfferedFee fee) {
        return say("fees.fee", fee.label(), Written.money(fee.total()));
    }
}
