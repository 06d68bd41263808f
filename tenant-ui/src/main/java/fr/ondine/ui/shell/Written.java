package fr.ondine.ui.shell;

import com.vaadin.flow.component.UI;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.kernel.Period;
import fr.ondine.platform.kernel.Sentences;
import fr.ondine.platform.kernel.Volume;
import fr.ondine.platform.kernel.Writing;
import java.time.LocalDate;
import java.util.Locale;

/** Dates, amounts and volumes as the language of the current page writes them. */
public final class Written {

    private Written() {}

    /** The language of the current page; what is written for no page is in the common one. */
    public static Locale language() {
        var page = UI.getCurrent();
        return page == null ? Sentences.commonLanguage() : page.getLocale();
    }

    /** How that language writes. */
    public static Writing here() {
        return new Writing(language());
    }

    public static String date(LocalDate day) {
        return here().date(day);
    }

    public static String shortDate(LocalDate day) {
        return here().shortDate(day);
    }

    public static String shortMonth(LocalDate day) {
        return here().shortMonth(day);
    }

    public static String period(Period period) {
        return here().period(period);
    }

    public static String money(Money money) {
        return here().money(money);
    }

    /** Whole cubic metres, as the black digits of the meter. */
    public static String volume(Volume volume) {
        return here().wholeVolume(volume);
    }

    public static String number(long number) {
        return here().number(number);
    }

    /** A text of the utility's own, with the spaces that do not break. */
    public static String typeset(String text) {
        return here().typeset(text);
    }
}
