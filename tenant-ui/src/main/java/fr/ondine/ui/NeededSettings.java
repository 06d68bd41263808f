package fr.ondine.ui;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Refuses to begin without the settings that have no default, and names the wrong ones with them; --help lists all. */
final class NeededSettings implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final String DATABASE = "ondine.database.url";
    private static final String PASSWORD = "ondine.database.app-password";

    private static final String FOLDER = "ondine.documents.directory";
    private static final String BUCKET = "ondine.documents.bucket.name";

    private final List<String> names;

    private NeededSettings(String... names) {
        this.names = List.of(names);
    }

    /** Of a process that serves, does jobs, or does something to a utility's data. */
    static NeededSettings ofThePlatform() {
        return new NeededSettings(DATABASE, PASSWORD, FOLDER, "ondine.vault.key");
    }

    static NeededSettings ofTheMigration() {
        return new NeededSettings(DATABASE, PASSWORD, "ondine.database.owner-username");
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var given = Binder.get(context.getEnvironment());
        var missing = names.stream()
                .filter(name -> isBlank(given, name) && !(name.equals(FOLDER) && !isBlank(given, BUCKET)))
                .map(name -> name + " is not set: give it as " + variable(name) + ".")
                .toList();
        if (!missing.isEmpty()) {
            var wrong = WrongSettings.sentences(context.getEnvironment());
            throw new SettingsRefused(
                    Stream.concat(missing.stream(), wrong.stream()).toList());
        }
    }

    private static boolean isBlank(Binder given, String name) {
        return given.bind(name, String.class).orElse("").isBlank();
    }

    private static String variable(String name) {
        return name.toUpperCase(Locale.ROOT).replace("-", "").replace('.', '_');
    }
}
