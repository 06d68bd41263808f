package fr.ondine.ui.shell;

import com.vaadin.flow.i18n.I18NProvider;
import fr.ondine.platform.kernel.DomainException;
import fr.ondine.platform.kernel.Sentences;
import fr.ondine.platform.kernel.Writing;
import fr.ondine.platform.tenancy.Realm;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.Tenants;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Every sentence of the portal by its key, from the bundles {@code messages*.properties} below {@code fr/ondine/ui}.
 * {@code {0}} is an argument, written as the language writes it; {@code {utility}} and its like are the utility's own.
 * At the operators' console, where there is no utility, {@code console.key} takes the place of {@code key} if it is there.
 */
@Component
public class Texts implements I18NProvider {

    private static final Pattern PLACE = Pattern.compile("\\{([a-z-]+|\\d)}");

    private static final String CONSOLE = "console.";

    private final transient Map<Locale, Map<String, String>> bundles;
    private final transient Tenants tenants;

    Texts(Tenants tenants) throws IOException {
        this.tenants = tenants;
        this.bundles = Bundles.read();
    }

    /** What a person reads when the domain refuses. */
    public static String refusal(DomainException refusal) {
        return refusal(refusal, I18NProvider::translate);
    }

    /** The same as {@link #say} says it, outside a page's own request cycle. */
    public String sayRefusal(DomainException refusal) {
        return refusal(refusal, this::say);
    }

    /** What nobody has put into words is refused all the same. */
    private static String refusal(DomainException refusal, Says says) {
        try {
            return says.text(refusal.code(), refusal.arguments().toArray());
        } catch (MissingResourceException unsaid) {
            return says.text("shell.refused");
        }
    }

    @FunctionalInterface
    private interface Says {
        String text(String key, Object... arguments);
    }

    /** Those of the bound utility that there are texts in, in its own order: a browser may ask for one of them. */
    @Override
    public List<Locale> getProvidedLocales() {
        var own = TenantContext.isBound() ? tenants.current().languages() : List.<Locale>of();
        var spoken = own.stream().filter(this::isWhole).toList();
        return spoken.isEmpty() ? List.of(Sentences.commonLanguage()) : spoken;
    }

    /** A page's words in one language and its days and amounts in another would be neither. */
    private boolean isWhole(Locale language) {
        return bundles.containsKey(language) && new Writing(language).locale().equals(language);
    }

    @Override
    public String getTranslation(String key, Locale locale, Object... arguments) {
        var writing = new Writing(locale);
        var text = text(writing.locale(), key);
        if (text == null) {
            throw new MissingResourceException("no text for " + key, Texts.class.getName(), key);
        }
        return writing.typeset(PLACE.matcher(text)
                .replaceAll(
                        place -> java.util.regex.Matcher.quoteReplacement(value(writing, place.group(1), arguments))));
    }

    /** The text in the utility's first language, for what is written outside a page's own request cycle. */
    public String say(String key, Object... arguments) {
        return getTranslation(key, language(), arguments);
    }

    /** The language of {@link #say}. */
    public Locale language() {
        return getProvidedLocales().getFirst();
    }

    /** In that language, or in the common one while nobody has put it into words there. */
    private @Nullable String text(Locale language, String key) {
        var text = text(bundles.getOrDefault(language, Map.of()), key);
        return text == null ? text(bundles.getOrDefault(Sentences.commonLanguage(), Map.of()), key) : text;
    }

    private static @Nullable String text(Map<String, String> texts, String key) {
        var own = Realm.isConsole() ? texts.get(CONSOLE + key) : null;
        return own == null ? texts.get(key) : own;
    }

    private String value(Writing writing, String place, Object... arguments) {
        return Character.isDigit(place.charAt(0))
                ? writing.any(arguments[Integer.parseInt(place)])
                : UtilityWords.of(tenants.current(), place);
    }
}
