package fr.ondine.ui;

import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.ResolvableType;
import org.springframework.core.convert.ConversionException;
import org.springframework.core.env.Environment;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.util.ClassUtils;
import org.springframework.util.unit.DataSize;

/** Looks through all settings of ours for those that cannot be: a sentence for each, in which no value stands. */
final class WrongSettings {

    private static final Map<Class<?>, String> KINDS = Map.of(
            Duration.class, "a duration such as 30s, 5m or 2h",
            DataSize.class, "a size such as 500MB or 20GB",
            URI.class, "an address such as https://host/path",
            Path.class, "the path of a folder",
            Boolean.class, "true or false",
            Integer.class, "a whole number");

    /** A setting in an annotation: {@code ${ondine.registry.poll:1s}}. */
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(ondine\\.[a-z.-]+)");

    private final Binder given;

    private WrongSettings(Binder given) {
        this.given = given;
    }

    static List<String> sentences(Environment environment) {
        var wrong = new WrongSettings(Binder.get(environment));
        return Stream.concat(
                        records().stream().flatMap(wrong::ofRecord),
                        rhythms().stream().flatMap(name -> wrong.of(name, Bindable.of(Duration.class)).stream()))
                .distinct()
                .sorted()
                .toList();
    }

    /** Every record of settings on the class path. */
    static List<Class<?>> records() {
        return Ours.TYPES.stream().filter(Class::isRecord).toList();
    }

    /** What is read without a record of its own: how often something is done again. */
    static List<String> rhythms() {
        return Ours.TYPES.stream()
                .flatMap(type -> Stream.of(type.getDeclaredMethods()))
                .flatMap(method -> Stream.of(method.getAnnotationsByType(Scheduled.class)))
                .flatMap(scheduled -> PLACEHOLDER.matcher(scheduled.toString()).results())
                .map(found -> found.group(1))
                .toList();
    }

    /** Looked for once, and only where something is wrong: it takes a second. */
    private static final class Ours {

        static final List<Class<?>> TYPES = types();

        private static List<Class<?>> types() {
            var scan = new ClassPathScanningCandidateComponentProvider(false);
            scan.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
            scan.addIncludeFilter(
                    (found, all) -> found.getAnnotationMetadata().hasAnnotatedMethods(Scheduled.class.getName()));
            return scan.findCandidateComponents("fr.ondine").stream()
                    .<Class<?>>map(found -> ClassUtils.resolveClassName(
                            String.valueOf(found.getBeanClassName()), WrongSettings.class.getClassLoader()))
                    .toList();
        }
    }

    /** One by one, so that the second mistake is told with the first; then what they are together. */
    private Stream<String> ofRecord(Class<?> type) {
        var single = Arrays.stream(type.getRecordComponents())
                .flatMap(component -> of(name(type, component), target(component)).stream())
                .toList();
        return single.isEmpty() ? of(prefix(type), Bindable.of(type)).stream() : single.stream();
    }

    private static Bindable<?> target(RecordComponent component) {
        return Bindable.of(ResolvableType.forType(component.getGenericType()));
    }

    static String name(Class<?> type, RecordComponent component) {
        return prefix(type) + "." + DataObjectPropertyName.toDashedForm(component.getName());
    }

    private static String prefix(Class<?> type) {
        var annotation = type.getAnnotation(ConfigurationProperties.class);
        return annotation == null ? "" : annotation.value();
    }

    private Optional<String> of(String name, Bindable<?> target) {
        try {
            given.bind(name, target);
            return Optional.empty();
        } catch (BindException refused) {
            return sentence(refused);
        }
    }

    /** None where something is missing: that is told by its name already. */
    private static Optional<String> sentence(BindException refused) {
        for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConversionException) {
                var kind = KINDS.get(ClassUtils.resolvePrimitiveIfNecessary(
                        refused.getTarget().getType().resolve(Object.class)));
                return Optional.of(refused.getName() + " is not " + (kind == null ? "what it must be" : kind) + ".");
            }
        }
        return NestedExceptionUtils.getMostSpecificCause(refused) instanceof IllegalArgumentException ours
                ? Optional.of(ours.getMessage() + ".")
                : Optional.empty();
    }
}
