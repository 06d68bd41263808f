package fr.ondine.ui.tariffs;

import com.vaadin.flow.i18n.I18NProvider;
import fr.ondine.platform.kernel.UnitPrice;
import fr.ondine.platform.kernel.Volume;
import fr.ondine.platform.tariffs.ChargeKind;
import fr.ondine.platform.tariffs.PriceEntry;
import fr.ondine.platform.tariffs.Vat;
import fr.ondine.ui.shell.Written;
import java.util.ArrayList;
import java.util.Locale;

/** What is of tariffs, in words. */
final class TariffWords {

    private TariffWords() {}

    static String say(String key, Object... arguments) {
        return I18NProvider.translate(key, arguments);
    }

    /** A value of an enumeration: {@code tariffs.section.public-bodies}. */
    static String of(String what, Enum<?> value) {
        return say(
                "tariffs." + what + "." + value.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    static String vat(Vat vat) {
        return vat.mention().isEmpty() ? Written.here().percent(vat.rate()) : vat.mention();
    }

    /** "1,2345 € HT par m³". */
    static String price(UnitPrice price, ChargeKind kind) {
        return say(
                "tariffs.price." + kind.name().toLowerCase(Locale.ROOT),
                Written.here().price(price));
    }

    /** "compteur de 20 mm", "à partir de 80 m³": on what a price depends; nothing when it is the only one. */
    static String where(PriceEntry entry) {
        var parts = new ArrayList<String>();
        entry.diameter().ifPresent(diameter -> parts.add(say("tariffs.where.diameter", diameter)));
        entry.season()
                .ifPresent(season ->
                        parts.add(say("tariffs.where.season", Written.here().typed(season))));
        if (entry.from().litres() > 0) {
            parts.add(say("tariffs.where.from", volume(entry.from())));
        }
        return String.join(", ", parts);
    }

    static String volume(Volume volume) {
        return Written.here().volume(volume);
    }
}
