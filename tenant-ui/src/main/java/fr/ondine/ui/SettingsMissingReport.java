package fr.ondine.ui;

import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says which settings are missing, and by which names the environment gives them, in place of a stack trace. */
final class SettingsMissingReport extends AbstractFailureAnalyzer<SettingsMissing> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, SettingsMissing missing) {
        var variables = missing.names().stream()
                .map(name -> name.toUpperCase(Locale.ROOT).replace("-", "").replace('.', '_'))
                .collect(Collectors.joining(", "));
        return new FailureAnalysis(
                "Ondine was not told " + String.join(", ", missing.names()) + ".",
                "Set " + variables + " in the environment; docs/running.md says what each is.",
                missing);
    }
}
