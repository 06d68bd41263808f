package fr.ondine.tenantconfig;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** One reason why a configuration is not taken: where it is, and what is wrong there. */
public record Refusal(String path, int line, String code, List<Object> values) {

    /** The refusal in one sentence that names the field, its line and the reason. */
    public String sentence(Locale locale) {
        var place = path.isEmpty() ? "place-of-file" : "place";
        return new MessageFormat(words(locale).getString(place), locale)
                .format(new Object[] {line, path, reason(locale)});
    }

    /** The reason alone, for whoever sees the field. */
    public String reason(Locale locale) {
        return new MessageFormat(words(locale).getString(code), locale)
                .format(values.stream().map(value -> said(value, locale)).toArray());
    }

    private static Object said(Object value, Locale locale) {
        return value instanceof WeakProofs proofs ? proofs.in(locale) : value;
    }

    private static ResourceBundle words(Locale locale) {
        return Texts.of("refusals", locale);
    }
}
