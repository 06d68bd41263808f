package fr.ondine.ui;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
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
        if (failure instanceof SettingsRefused refused) {
            return analysis(String.valueOf(refused.getMessage()), failure);
        }
        var wrong = WrongSettings.sentences(environment);
        return wrong.isEmpty() ? null : analysis(String.join("\n", wrong), failure);
    }

    private static FailureAnalysis analysis(String sentences, Throwable failure) {
        return new FailureAnalysis(sentences, "ondine.jar --help lists all settings and how they are given.", failure);
    }
}
