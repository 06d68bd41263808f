package fr.ondine.ui;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Refuses to begin without the settings that have no default or with one that is none, and names the wrong ones with them;
 * --help lists all.
 */
final class NeededSettings implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final String DATABASE = "ondine.database.url";
    private static final String PASSWORD = "ondine.database.app-password";
    private static final String FOLDER = "ondine.documents.directory";
    private static final String REDIS = "spring.data.redis.host";
    private static final String MAIL = "spring.mail.host";

    /** What may be given in place of one. */
    private static final Map<String, List<String>> INSTEAD = Map.of(
            FOLDER,
            List.of("ondine.documents.bucket.name"),
            REDIS,
            List.of("spring.data.redis.url", "spring.data.redis.sentinel.nodes", "spring.data.redis.cluster.nodes"));

    private final List<String> names;

    private NeededSettings(String... names) {
        this.names = List.of(names);
    }

    /** Of a process that serves, does jobs, or does something to a utility's data. */
    static NeededSettings ofThePlatform() {
        return new NeededSettings(DATABASE, PASSWORD, FOLDER, "ondine.vault.key", REDIS, MAIL);
    }

    static NeededSettings ofTheMigration() {
        return new NeededSettings(DATABASE, PASSWORD, "ondine.database.owner-username");
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var environment = context.getEnvironment();
        var given = Binder.get(environment);
        var missing = names.stream()
                .filter(name -> isMissing(given, name))
                .map(name -> name + " is not set: give it as " + KnownSetting.variable(name) + ".")
                .toList();
        var unknown = UnknownSettings.sentences(environment);
        var impossible = ImpossibleSettings.sentences(environment);
        if (!missing.isEmpty() || !unknown.isEmpty() || !impossible.isEmpty()) {
            throw new SettingsRefused(Stream.of(missing, unknown, impossible, WrongSettings.sentences(environment))
                    .flatMap(List::stream)
                    .toList());
        }
    }

    private static boolean isMissing(Binder given, String name) {
        return !isGiven(given, name)
                && INSTEAD.getOrDefault(name, List.of()).stream().noneMatch(other -> isGiven(given, other))
                && !(name.equals(MAIL) && doesNoJobs(given));
    }

    /** Mails leave from those who do jobs alone. */
    private static boolean doesNoJobs(Binder given) {
        return given.bind("ondine.jobs.enabled", String.class).orElse("").equalsIgnoreCase("false");
    }

    private static boolean isGiven(Binder given, String name) {
        return given.bind(name, Bindable.listOf(String.class)).orElse(List.of()).stream()
                .anyMatch(text -> !text.isBlank());
    }
}
