package fr.ondine.ui.shell;

import fr.ondine.platform.kernel.Sentences;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Reads the portal's texts: one bundle a package, {@code messages.properties} in the common language, {@code messages_xx} in another. */
final class Bundles {

    private static final String WHERE = "classpath*:fr/ondine/ui/**/messages*.properties";

    private Bundles() {}

    static Map<Locale, Map<String, String>> read() throws IOException {
        var all = new HashMap<Locale, Map<String, String>>();
        for (var bundle : new PathMatchingResourcePatternResolver().getResources(WHERE)) {
            var texts = all.computeIfAbsent(language(bundle), language -> new HashMap<>());
            for (var text : load(bundle).entrySet()) {
                if (texts.put((String) text.getKey(), (String) text.getValue()) != null) {
                    throw new IllegalStateException(text.getKey() + " is in two bundles, one is " + bundle);
                }
            }
        }
        return Map.copyOf(all);
    }

    private static Locale language(Resource bundle) {
        var name = String.valueOf(bundle.getFilename());
        var language = name.substring("messages".length(), name.indexOf('.'));
        return language.isEmpty()
                ? Sentences.commonLanguage()
                : Locale.forLanguageTag(language.substring(1).replace('_', '-'));
    }

    private static Properties load(Resource bundle) throws IOException {
        var texts = new Properties();
        try (var reader = new InputStreamReader(bundle.getInputStream(), StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }
}
