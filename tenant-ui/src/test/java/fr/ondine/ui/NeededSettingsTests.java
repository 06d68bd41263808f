package fr.ondine.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.mock.env.MockEnvironment;

class NeededSettingsTests {

    private final MockEnvironment environment = new MockEnvironment()
            .withProperty("ondine.database.url", "jdbc:postgresql://db/ondine")
            .withProperty("ondine.documents.directory", "/var/lib/ondine");

    @Test
    void a_process_that_was_not_told_all_says_what_and_how_to_tell_it() {
        var missing = catchThrowable(this::begin);

        var said =
                SpringFactoriesLoader.forDefaultResourceLocation()
                        .load(FailureAnalyzer.class, (type, name, others) -> {})
                        .stream()
                        .filter(SettingsMissingReport.class::isInstance)
                        .findFirst()
                        .orElseThrow()
                        .analyze(missing);
        assertThat(said.getDescription())
                .isEqualTo("Ondine was not told ondine.database.app-password, ondine.vault.key.");
        assertThat(said.getAction()).contains("ONDINE_DATABASE_APPPASSWORD, ONDINE_VAULT_KEY", "docs/running.md");
    }

    @Test
    void one_that_was_begins() {
        environment.withProperty("ondine.database.app-password", "x");
        environment.setProperty("ondine.vault.key", "y");

        assertThatCode(this::begin).doesNotThrowAnyException();
    }

    private void begin() {
        var context = new GenericApplicationContext();
        context.setEnvironment(environment);
        new NeededSettings().initialize(context);
    }
}
