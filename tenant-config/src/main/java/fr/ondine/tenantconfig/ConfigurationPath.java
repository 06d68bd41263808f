package fr.ondine.tenantconfig;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a value of a configuration stands, in words: {@code contact.phones[2].label} as "Contact › Téléphone 2 › Libellé". */
public final class ConfigurationPath {

    private static final String BETWEEN = " \u203a ";
    private static final Pattern STEP = Pattern.compile("([a-z-]+)(?:\\[(\\d{1,6})])?");

    private ConfigurationPath() {}

    /** The words for a path; one that leads to nothing that is known stays as it is. */
    public static String words(String path, Locale locale) {
        var words = new ArrayList<String>();
        Type here = TenantConfig.class;
        for (var step : path.split("\\.", -1)) {
            var written = STEP.matcher(step);
            var component = written.matches() ? component(here, written.group(1)) : null;
            if (component == null) {
                return path;
            }
            words.add(word(component, written.group(2), locale));
            here = inside(component.getGenericType());
        }
        return String.join(BETWEEN, words);
    }

    static String key(RecordComponent component) {
        return component.getDeclaringRecord().getSimpleName() + "." + Place.key(component.getName());
    }

    /** The type of a value, or of each of several. */
    static Type inside(Type type) {
        return type instanceof ParameterizedType several ? several.getActualTypeArguments()[0] : type;
    }

    private static @Nullable RecordComponent component(Type owner, String key) {
        return owner instanceof Class<?> type && type.isRecord()
                ? Arrays.stream(type.getRecordComponents())
                        .filter(component -> Place.key(component.getName()).equals(key))
                        .findFirst()
                        .orElse(null)
                : null;
    }

    private static String word(RecordComponent component, @Nullable String number, Locale locale) {
        var words = Texts.of("paths", locale);
        var which = new Object[] {number == null ? "" : number};
        return new MessageFormat(words.getString(key(component)), locale)
                .format(which)
                .strip();
    }
}
