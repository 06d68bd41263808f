package fr.ondine.ui;

import java.util.List;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Refuses to begin without the settings that have no default; docs/running.md lists all. */
final class NeededSettings implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final List<String> NAMES = List.of(
            "ondine.database.url", "ondine.database.app-password", "ondine.documents.directory", "ondine.vault.key");

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var given = Binder.get(context.getEnvironment());
        var missing = NAMES.stream()
                .filter(name -> given.bind(name, String.class).orElse("").isBlank())
                .toList();
        if (!missing.isEmpty()) {
            throw new SettingsMissing(missing);
        }
    }
}
