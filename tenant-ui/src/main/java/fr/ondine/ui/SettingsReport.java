package fr.ondine.ui;

import fr.ondine.platform.tenancy.StartRefused;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;

/** Says of each setting that is missing or cannot be what is wrong with it, in place of a stack trace. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class SettingsReport implements FailureAnalyzer {

    private final Environment environment;

    SettingsReport(Environment environment) {
        this.environment = environment;
    }

    /** Whatever broke: a setting that cannot be is found by looking, wherever it was met first. */
    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        return refused(failure)
                .or(this::wrong)
                .or(() -> DatabaseRefusal.sentence(failure, environment))
                .map(sentences -> analysis(sentences, failure))
                .orElse(null);
    }

    /** What was said already, however many beans it kept from being made. */
    private static Optional<String> refused(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .filter(cause -> cause instanceof SettingsRefused || cause instanceof StartRefused)
                .findFirst()
                .map(Throwable::getMessage);
    }

    private Optional<String> wrong() {
        var wrong = Stream.concat(impossible(), WrongSettings.sentences(environment).stream())
                .toList();
        return wrong.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", wrong));
    }

    /** Where something broke before they were looked at. */
    private Stream<String> impossible() {
        return environment instanceof ConfigurableEnvironment all
                ? ImpossibleSettings.sentences(all).stream()
                : Stream.empty();
    }

    private static FailureAnalysis analysis(String sentences, Throwable failure) {
        return new FailureAnalysis(sentences, "ondine.jar --help lists all settings and how they are given.", failure);
    }
}
