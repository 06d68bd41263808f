package fr.ondine.ui;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;

/**
 * Finds what is of the right kind and still cannot be, and what cannot be among the settings of {@code --help} that are
 * Spring's own: a sentence for each, in which no value stands.
 */
final class ImpossibleSettings {

    private static final String OURS = "ondine";
    private static final String DIGITS = "\\d{1,9}";
    private static final String SENTINELS = "spring.data.redis.sentinel.nodes";
    private static final String MASTER = "spring.data.redis.sentinel.master";

    private static final Pattern BELOW_ZERO =
            Pattern.compile("-(?:\\d+(?:\\.\\d+)?(?:ns|us|ms|s|m|h|d|B|KB|MB|GB|TB)?|PT?.+)|PT?-.+");

    /** It would be taken for milliseconds. */
    private static final Pattern WITHOUT_UNIT = Pattern.compile("0*[1-9]\\d*");

    /** May begin as they like. */
    private static final Pattern SECRET = Pattern.compile(".*(?:password|key|secret|username)");

    private record Rule(Predicate<String> accepts, String what) {}

    private static final Rule PORT = new Rule(text -> isPort(text, 1), "a port, from 1 to 65535");
    /** What is no number at all is told by its kind. */
    private static final Rule OUR_PORT = new Rule(text -> !text.matches("-?" + DIGITS) || isPort(text, 1), PORT.what());

    private static final Rule OWN_PORT = new Rule(text -> isPort(text, 0), "a port, from 1 to 65535");
    private static final Rule HOST =
            new Rule(text -> !text.matches("(?s)[^:]*:\\d*|.*[/\\s@].*"), "the name of a host alone");
    private static final Rule NODE = new Rule(ImpossibleSettings::isNode, "HOST:PORT, or several of them by commas");
    private static final Rule SENDER = new Rule(text -> text.matches("[^\\s@]+@[^\\s@]+"), "a mail address");

    private static final Map<String, Rule> RULES = Map.ofEntries(
            Map.entry("server.port", OWN_PORT),
            Map.entry(
                    "management.server.port", new Rule(text -> text.equals("-1") || isPort(text, 0), OWN_PORT.what())),
            Map.entry("ondine.portal.port", OUR_PORT),
            Map.entry("ondine.scan.port", OUR_PORT),
            Map.entry("spring.data.redis.host", HOST),
            Map.entry("spring.data.redis.port", PORT),
            Map.entry(SENTINELS, NODE),
            Map.entry("spring.data.redis.cluster.nodes", NODE),
            Map.entry(
                    "spring.data.redis.ssl.enabled", new Rule(text -> text.matches("(?i)true|false"), "true or false")),
            Map.entry("spring.mail.host", HOST),
            Map.entry("spring.mail.port", PORT),
            Map.entry("ondine.mail.sender", SENDER),
            Map.entry("ondine.operators.sender", SENDER),
            Map.entry(
                    "management.tracing.sampling.probability",
                    new Rule(text -> text.matches("0(?:\\.\\d+)?|1(?:\\.0+)?"), "a number from 0 to 1")),
            Map.entry(
                    "management.opentelemetry.tracing.export.otlp.endpoint",
                    new Rule(ImpossibleSettings::isAddress, "an address such as http://collector:4318/v1/traces")),
            Map.entry(
                    "spring.lifecycle.timeout-per-shutdown-phase",
                    new Rule(text -> text.matches("\\d+(?:ms|s|m|h)|0+|PT.+"), "a duration such as 30s, 5m or 2h")));

    private final Binder given;

    private ImpossibleSettings(Binder given) {
        this.given = given;
    }

    static List<String> sentences(ConfigurableEnvironment environment) {
        var impossible = new ImpossibleSettings(Binder.get(environment));
        return Stream.of(
                        new TreeMap<>(RULES).keySet().stream().flatMap(name -> impossible.refused(name).stream()),
                        belowZero(environment),
                        given(environment, WITHOUT_UNIT, KnownSetting::durations)
                                .map(name -> name + " needs a unit: 30s, 5m or 2h."),
                        impossible.masterless().stream(),
                        HalfClusters.sentences(impossible.given),
                        LoggedAs.refusal(environment).stream())
                .flatMap(sentences -> sentences)
                .toList();
    }

    private Optional<String> refused(String name) {
        var rule = RULES.get(name);
        return rule == null || texts(name).allMatch(rule.accepts())
                ? Optional.empty()
                : Optional.of(name + " must be " + rule.what() + ".");
    }

    private Stream<String> texts(String name) {
        return given.bind(name, Bindable.listOf(String.class)).orElse(List.of()).stream()
                .filter(text -> !text.isBlank());
    }

    private static Stream<String> belowZero(ConfigurableEnvironment environment) {
        return given(environment, BELOW_ZERO, KnownSetting::all)
                .filter(name ->
                        !RULES.containsKey(name) && !SECRET.matcher(name).matches())
                .map(name -> name + " must not be below zero.");
    }

    /** Of what is given, which is little, and not of all that there is: this is on the way to each start. */
    private static Stream<String> given(
            ConfigurableEnvironment environment, Pattern value, Supplier<List<KnownSetting>> among) {
        return environment.getPropertySources().stream()
                .filter(EnumerablePropertySource.class::isInstance)
                .<EnumerablePropertySource<?>>map(source -> (EnumerablePropertySource<?>) source)
                .flatMap(source -> Stream.of(source.getPropertyNames())
                        .filter(name -> name.regionMatches(true, 0, OURS, 0, OURS.length()))
                        .filter(name -> value.matcher(String.valueOf(source.getProperty(name)))
                                .matches()))
                .flatMap(name ->
                        among.get().stream().filter(setting -> setting.isProperty(name) || setting.isVariable(name)))
                .map(KnownSetting::name)
                .distinct();
    }

    private Optional<String> masterless() {
        return texts(SENTINELS).findAny().isPresent() && texts(MASTER).findAny().isEmpty()
                ? Optional.of(MASTER + " is not set: give it as " + KnownSetting.variable(MASTER) + ".")
                : Optional.empty();
    }

    private static boolean isPort(String text, int least) {
        return text.matches(DIGITS) && Integer.parseInt(text) >= least && Integer.parseInt(text) <= 65535;
    }

    private static boolean isNode(String text) {
        var colon = text.lastIndexOf(':');
        return colon > 0 && isPort(text.substring(colon + 1), 1);
    }

    private static boolean isAddress(String text) {
        try {
            var address = URI.create(text);
            return List.of("http", "https").contains(String.valueOf(address.getScheme())) && address.getHost() != null;
        } catch (IllegalArgumentException none) {
            return false;
        }
    }
}
