package fr.ondine.ui;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Finds what is called as a setting of ours and is none: misspelt, it would be left aside without a word. */
final class UnknownSettings {

    private static final String OURS = "ondine.";
    private static final String OUR_VARIABLES = "ONDINE_";

    /** So many wrong letters make a variable of a setting still, and not one of somebody's script. */
    private static final int SLIPS = 2;

    private final List<KnownSetting> known = KnownSetting.all();

    private UnknownSettings() {}

    static List<String> sentences(ConfigurableEnvironment environment) {
        var unknown = new UnknownSettings();
        return environment.getPropertySources().stream()
                .flatMap(unknown::of)
                .distinct()
                .sorted()
                .toList();
    }

    private Stream<String> of(PropertySource<?> source) {
        if (!(source instanceof EnumerablePropertySource<?> all)) {
            return Stream.empty();
        }
        var isEnvironment = source instanceof SystemEnvironmentPropertySource;
        return Stream.of(all.getPropertyNames())
                .flatMap(name ->
                        (isEnvironment && name.indexOf('.') < 0 ? ofVariable(name) : ofProperty(name)).stream());
    }

    private Optional<String> ofProperty(String name) {
        if (!name.toLowerCase(Locale.ROOT).startsWith(OURS)
                || known.stream().anyMatch(setting -> setting.isProperty(name))) {
            return Optional.empty();
        }
        return sentence(
                name, Nearest.to(known, setting -> setting.fromProperty(name)).name());
    }

    /** Others may have variables of that beginning too: one is a setting by its second word, or nearly by all. */
    private Optional<String> ofVariable(String name) {
        var variable = name.toUpperCase(Locale.ROOT);
        if (!variable.startsWith(OUR_VARIABLES) || known.stream().anyMatch(setting -> setting.isVariable(name))) {
            return Optional.empty();
        }
        var nearest = Nearest.to(known, setting -> setting.fromVariable(name));
        return isOfASection(variable) || nearest.fromVariable(name) <= SLIPS
                ? sentence(name, nearest.variable())
                : Optional.empty();
    }

    private boolean isOfASection(String variable) {
        return known.stream()
                .flatMap(setting ->
                        Stream.of(setting.section(), setting.section().replace('-', '.')))
                .map(section -> OUR_VARIABLES + KnownSetting.variable(section) + "_")
                .anyMatch(variable::startsWith);
    }

    private static Optional<String> sentence(String name, String nearest) {
        return Optional.of(name + " is no setting: the nearest is " + nearest + ".");
    }
}
