package fr.ondine.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.bootstrap.DefaultBootstrapContext;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.ArgumentResolver;
import org.springframework.mock.env.MockEnvironment;

class NeededSettingsTests {

    private static final String KEY = "b25kaW5lLXRlc3RzLW9uZGluZS10ZXN0cy1vbmRpbmU=";

    private final MockEnvironment environment = new MockEnvironment()
            .withProperty("ondine.database.url", "jdbc:postgresql://db/ondine")
            .withProperty("ondine.documents.directory", "/var/lib/ondine")
            .withProperty("spring.data.redis.host", "redis")
            .withProperty("spring.mail.host", "smtp");

    @Test
    void a_process_that_was_not_told_all_says_what_and_how_to_tell_it() {
        var said = Objects.requireNonNull(report(catchThrowable(this::begin)));

        assertThat(said.getDescription().lines())
                .containsExactly(
                        "ondine.database.app-password is not set: give it as ONDINE_DATABASE_APPPASSWORD.",
                        "ondine.vault.key is not set: give it as ONDINE_VAULT_KEY.");
        assertThat(said.getAction()).contains("--help");
    }

    @Test
    void one_that_was_begins() {
        environment.withProperty("ondine.database.app-password", "x");
        environment.setProperty("ondine.vault.key", KEY);

        assertThatCode(this::begin).doesNotThrowAnyException();
        assertThat(report(new IllegalStateException("something else"))).isNull();
    }

    @Test
    void files_are_kept_in_a_folder_or_in_a_bucket() {
        environment.setProperty("ondine.database.app-password", "x");
        environment.setProperty("ondine.vault.key", KEY);
        environment.setProperty("ondine.documents.directory", "");
        assertThat(catchThrowable(this::begin)).hasMessageContaining("ondine.documents.directory is not set");

        environment.setProperty("ondine.documents.bucket.name", "documents");
        environment.setProperty("ondine.documents.bucket.endpoint", "https://s3.exploitant.fr");
        environment.setProperty("ondine.documents.bucket.access-key", "AKID");
        assertThatCode(this::begin).doesNotThrowAnyException();
        assertThat(said()).containsExactly("ondine.documents.bucket.secret-key must be given with a bucket.");

        environment.setProperty("ondine.documents.bucket.secret-key", "hunter2");
        environment.setProperty("ondine.documents.directory", "/var/lib/ondine");
        assertThat(said())
                .containsExactly("ondine.documents.directory or ondine.documents.bucket.name must say where documents"
                        + " are kept, not both.");
    }

    /** They are put into the Secrets before the upgrade that uses them, and stay where it is taken back. */
    @Test
    void secrets_alone_of_a_bucket_and_of_a_second_database_stop_nothing() {
        environment.setProperty("ondine.database.app-password", "x");
        environment.setProperty("ondine.database.owner-username", "proprio");
        environment.setProperty("ondine.vault.key", KEY);
        environment.setProperty("ondine.documents.bucket.access-key", "AKID");
        environment.setProperty("ondine.documents.bucket.secret-key", "hunter2");
        environment.setProperty("ondine.database.clusters.second.app-password", "hunter2");
        environment.setProperty("ondine.database.clusters.second.owner-username", "proprio");
        environment.setProperty("ondine.database.clusters.second.owner-password", "hunter2");

        assertThatCode(this::begin).doesNotThrowAnyException();
        assertThat(report(new IllegalStateException("something else"))).isNull();

        environment.setProperty("ondine.documents.bucket.endpoint", "https://s3.exploitant.fr");
        environment.setProperty("ondine.database.clusters.third.connections", "4");
        assertThat(said())
                .containsExactly(
                        "ondine.database.clusters.third.url is not set: give it as ONDINE_DATABASE_CLUSTERS_THIRD_URL.",
                        "ondine.documents.bucket.name must be given with a bucket.");
    }

    @Test
    void a_second_database_that_is_used_lacks_nothing() {
        environment.setProperty("ondine.database.app-password", "x");
        environment.setProperty("ondine.vault.key", KEY);
        environment.setProperty("ondine.database.clusters.second.url", "jdbc:postgresql://db2/ondine");
        environment.setProperty("ondine.database.clusters.third.url", "postgres://db3/hunter2");
        environment.setProperty("ondine.database.clusters.third.app-password", "hunter2");
        var password = "ondine.database.clusters.second.app-password is not set: give it as"
                + " ONDINE_DATABASE_CLUSTERS_SECOND_APPPASSWORD.";
        var address = "ondine.database.clusters.third.url must be the JDBC address of a PostgreSQL,"
                + " jdbc:postgresql://host/name.";
        assertThat(catchThrowable(this::begin)).hasMessage(password + "\n" + address);

        environment.setProperty("ondine.database.owner-username", "proprio");
        assertThat(catchThrowable(() -> NeededSettings.ofTheMigration().initialize(context())))
                .hasMessage(password
                        + "\nondine.database.clusters.second.owner-username is not set: give it as"
                        + " ONDINE_DATABASE_CLUSTERS_SECOND_OWNERUSERNAME."
                        + "\n" + address
                        + "\nondine.database.clusters.third.owner-username is not set: give it as"
                        + " ONDINE_DATABASE_CLUSTERS_THIRD_OWNERUSERNAME.");
    }

    @Test
    void authorities_are_a_file_that_holds_some() {
        environment.setProperty("ondine.database.app-password", "x");
        environment.setProperty("ondine.vault.key", KEY);
        environment.setProperty("ondine.tls.authorities", "/nowhere/authorities.pem");
        environment.setProperty("server.port", "hunter2");

        assertThat(said())
                .as("also what would have been looked at later")
                .containsExactly(
                        "server.port must be a port, from 1 to 65535.",
                        "ondine.tls.authorities must be a file of certificates (PEM).");
    }

    /** The nearest machine is not where Redis and the mail server of a platform are. */
    @Test
    void redis_and_the_mail_server_are_told_and_not_guessed() {
        environment.setProperty("ondine.database.app-password", "x");
        environment.setProperty("ondine.vault.key", KEY);
        environment.setProperty("spring.data.redis.host", "");
        environment.setProperty("spring.mail.host", "");
        assertThat(catchThrowable(this::begin))
                .hasMessage("spring.data.redis.host is not set: give it as SPRING_DATA_REDIS_HOST.\n"
                        + "spring.mail.host is not set: give it as SPRING_MAIL_HOST.");

        environment.setProperty("ondine.jobs.enabled", "false");
        environment.setProperty("spring.data.redis.sentinel.nodes[0]", "redis-0:26379");
        assertThat(catchThrowable(this::begin))
                .hasMessage("spring.data.redis.sentinel.master is not set: give it as"
                        + " SPRING_DATA_REDIS_SENTINEL_MASTER.");

        environment.setProperty("spring.data.redis.sentinel.master", "ondine");
        assertThatCode(this::begin).as("one that sends nothing, with Sentinels").doesNotThrowAnyException();
    }

    @Test
    void a_mail_server_that_nobody_named_is_none() throws IOException {
        assertThat(new YamlPropertySourceLoader()
                        .load("ours", new ClassPathResource("application.yaml"))
                        .getFirst()
                        .getProperty("spring.mail.host"))
                .isEqualTo("");
    }

    private Stream<String> said() {
        return Objects.requireNonNull(report(new IllegalStateException("whatever broke first")))
                .getDescription()
                .lines();
    }

    @Test
    void each_setting_that_cannot_be_has_a_sentence_and_none_shows_a_value() {
        environment.setProperty("ondine.database.app-password", "x");
        Map.of(
                        "ondine.vault.key", "hunter2-hunter2",
                        "ondine.session.idle", "hunter2",
                        "ondine.session.secure", "hunter2",
                        "ondine.jobs.threads", "0",
                        "ondine.database.url", "postgres://db/hunter2",
                        "ondine.database.connections", "hunter2",
                        "ondine.measures.jobs-every", "hunter2",
                        "ondine.fleet.largest-import", "hunter2",
                        "ondine.mail.returns-key", "hunter2",
                        "ondine.database.clusters.second.connections", "hunter2")
                .forEach(environment::setProperty);

        var said = Objects.requireNonNull(report(new IllegalStateException("whatever broke first")));

        assertThat(said.getDescription().lines())
                .containsExactly(
                        "ondine.database.clusters.second.url is not set: give it as ONDINE_DATABASE_CLUSTERS_SECOND_URL.",
                        "ondine.database.clusters.second.connections is not a whole number.",
                        "ondine.database.connections is not a whole number.",
                        "ondine.fleet.largest-import is not a size such as 500MB or 20GB.",
                        "ondine.jobs.threads must be at least 1.",
                        "ondine.mail.returns-key has fewer than 32 characters: it would be guessed.",
                        "ondine.measures.jobs-every is not a duration such as 30s, 5m or 2h.",
                        "ondine.session.idle is not a duration such as 30s, 5m or 2h.",
                        "ondine.session.secure is not true or false.",
                        "ondine.vault.key must be 32 bytes in Base64.");
        assertThat(said.getDescription()).doesNotContain("hunter2");
    }

    /** Of the kind that it must be, or of Spring: nothing else would say it, or not in a sentence. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            server.port                                           | hunter2      | must be a port, from 1 to 65535
            server.port                                           | 65536        | must be a port, from 1 to 65535
            management.server.port                                | -2           | must be a port, from 1 to 65535
            ondine.portal.port                                    | 0            | must be a port, from 1 to 65535
            ondine.scan.port                                      | 70000        | must be a port, from 1 to 65535
            spring.mail.port                                      | -1           | must be a port, from 1 to 65535
            spring.mail.host                                      | smtp:25      | must be the name of a host alone
            spring.data.redis.host                                | redis:6379   | must be the name of a host alone
            spring.data.redis.host                                | redis://r    | must be the name of a host alone
            spring.data.redis.port                                | hunter2      | must be a port, from 1 to 65535
            spring.data.redis.cluster.nodes                       | a:6379,b     | must be HOST:PORT, or several of them by commas
            spring.data.redis.ssl.enabled                         | hunter2      | must be true or false
            ondine.mail.sender                                    | hunter2      | must be a mail address
            ondine.operators.sender                               | hunter2      | must be a mail address
            management.tracing.sampling.probability               | 1.5          | must be a number from 0 to 1
            management.opentelemetry.tracing.export.otlp.endpoint | hunter2:4318 | must be an address such as http://collector:4318/v1/traces
            spring.lifecycle.timeout-per-shutdown-phase           | hunter2      | must be a duration such as 30s, 5m or 2h
            spring.lifecycle.timeout-per-shutdown-phase           | 25           | must be a duration such as 30s, 5m or 2h
            ondine.fleet.grace                                    | 60           | needs a unit: 30s, 5m or 2h
            ondine.session.idle                                   | 020          | needs a unit: 30s, 5m or 2h
            ondine.measures.jobs-every                            | 30           | needs a unit: 30s, 5m or 2h
            ondine.fleet.grace                                    | -30d         | must not be below zero
            ondine.jobs.patience                                  | -PT5S        | must not be below zero
            ondine.identity.sign-ins-per-address                  | -1           | must not be below zero
            ondine.imports.document                               | -10MB        | must not be below zero
            """)
    void a_setting_of_the_right_kind_may_still_be_one_that_cannot_be(String name, String value, String sentence) {
        environment.setProperty("ondine.database.app-password", "-5");
        environment.setProperty("ondine.vault.key", KEY);
        begin();

        environment.setProperty(name, value);

        assertThat(ImpossibleSettings.sentences(environment)).containsExactly(name + " " + sentence + ".");
    }

    @Test
    void a_setting_that_cannot_be_is_told_once() {
        environment.setProperty("ondine.vault.key", KEY);
        environment.setProperty("ondine.portal.port", "hunter2");
        environment.setProperty("ondine.scan.port", "-1");

        assertThat(catchThrowable(this::begin))
                .hasMessage("ondine.database.app-password is not set: give it as ONDINE_DATABASE_APPPASSWORD.\n"
                        + "ondine.scan.port must be a port, from 1 to 65535.\n"
                        + "ondine.portal.port is not a whole number.");
    }

    @ParameterizedTest
    @CsvSource({
        "server.port, 0",
        "management.server.port, -1",
        "spring.data.redis.host, 2001:db8::1",
        "spring.data.redis.cluster.nodes, 'a:6379,[2001:db8::1]:6379'",
        "management.tracing.sampling.probability, 1.0",
        "management.opentelemetry.tracing.export.otlp.endpoint, https://collector/v1/traces",
        "spring.lifecycle.timeout-per-shutdown-phase, 25s",
        "ondine.fleet.grace, 0s",
        "ondine.fleet.grace, 0",
        "ondine.session.idle, PT20M",
        "ondine.jobs.threads, 4",
        "ondine.mail.sender, ne-pas-repondre@exploitant.fr"
    })
    void what_can_be_is_taken(String name, String value) {
        environment.setProperty("ondine.database.app-password", "x");
        environment.setProperty("ondine.vault.key", KEY);
        environment.setProperty(name, value);

        assertThatCode(this::begin).doesNotThrowAnyException();
    }

    /** What lines look like is decided before anything is looked at. */
    @Test
    void a_format_of_lines_that_there_is_not_is_told_with_the_others() {
        environment.setProperty("logging.structured.format.console", "hunter2");
        var listeners = SpringFactoriesLoader.forDefaultResourceLocation().load(ApplicationListener.class).stream()
                .filter(LoggedAs.class::isInstance)
                .map(LoggedAs.class::cast)
                .toList();
        assertThat(listeners).singleElement().satisfies(listener -> {
            assertThat(listener.getOrder()).isLessThan(LoggingApplicationListener.DEFAULT_ORDER);
            listener.onApplicationEvent(new ApplicationEnvironmentPreparedEvent(
                    new DefaultBootstrapContext(), new SpringApplication(), new String[0], environment));
        });

        assertThat(environment.getProperty("logging.structured.format.console")).isEmpty();
        assertThat(catchThrowable(this::begin))
                .hasMessageContaining("logging.structured.format.console must be ecs, logstash or gelf, or empty.")
                .hasMessageContaining("ondine.vault.key is not set");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ecs", "logstash", "gelf"})
    void a_format_of_lines_that_there_is_stays(String format) {
        environment.setProperty("logging.structured.format.console", format);

        new LoggedAs()
                .onApplicationEvent(new ApplicationEnvironmentPreparedEvent(
                        new DefaultBootstrapContext(), new SpringApplication(), new String[0], environment));

        assertThat(environment.getProperty("logging.structured.format.console")).isEqualTo(format);
        assertThat(LoggedAs.refusal(environment)).isEmpty();
    }

    @Test
    void an_address_that_is_no_postgres_is_told_with_what_is_missing() {
        environment.setProperty("ondine.database.url", "postgres://db/ondine");

        assertThat(catchThrowable(this::begin))
                .hasMessageContaining("ondine.database.url must be the JDBC address of a PostgreSQL")
                .hasMessageContaining("ondine.vault.key is not set");
    }

    /** As pools and beans wrap it, in whatever language the server speaks. */
    @ParameterizedTest
    @CsvSource({
        "28P01, utilisateur « ondine_app », ondine.database.app-password is not what PostgreSQL knows for ondine_app.",
        "28P01, utilisateur « proprio », ondine.database.owner-password is not what PostgreSQL knows for ondine.database.owner-username.",
        "3D000, la base n'existe pas, ondine.database.url names a database that PostgreSQL does not have.",
        "08001, connexion refusée, ondine.database.url leads to no PostgreSQL that answers."
    })
    void a_database_that_lets_nobody_in_is_told_by_the_setting(String state, String said, String sentence) {
        environment.setProperty("ondine.database.app-password", "x");
        environment.setProperty("ondine.database.owner-username", "proprio");
        environment.setProperty("ondine.vault.key", KEY);
        var refused =
                new IllegalStateException(new SQLException("waited in vain", state, new SQLException(said, state)));

        assertThat(Objects.requireNonNull(report(refused)).getDescription()).isEqualTo(sentence);
    }

    @Test
    void what_a_database_refuses_otherwise_is_no_matter_of_settings() {
        assertThat(report(new IllegalStateException(new SQLException("else", "42P01"))))
                .isNull();
    }

    @Test
    void a_migration_needs_the_owner_and_no_key() {
        environment.setProperty("ondine.database.app-password", "x");
        var context = context();

        assertThat(catchThrowable(() -> NeededSettings.ofTheMigration().initialize(context)))
                .hasMessage("ondine.database.owner-username is not set: give it as ONDINE_DATABASE_OWNERUSERNAME.");
    }

    /** As the chart mounts Secrets: each a folder with a file for each setting, which editors end with a line break. */
    @Test
    void secrets_are_read_from_files(@TempDir Path folder) throws IOException {
        var owner = Files.createDirectory(folder.resolve("owner"));
        Files.writeString(owner.resolve("ondine.database.owner-password"), "from a file\n");
        var application = Files.createDirectory(folder.resolve("application"));
        Files.writeString(application.resolve("ondine.stripe.siegvo.secret-key"), "sk_test_1\n");

        var imports = "configtree:" + application + "/,configtree:" + owner + "/";
        var process = new SpringApplication(Nothing.class);
        process.setWebApplicationType(WebApplicationType.NONE);
        process.setLogStartupInfo(false);
        try (var started = process.run("--spring.config.import=" + imports, "--spring.main.banner-mode=off")) {
            assertThat(started.getEnvironment().getProperty("ondine.database.owner-password"))
                    .isEqualTo("from a file");
            assertThat(started.getEnvironment().getProperty("ondine.stripe.siegvo.secret-key"))
                    .isEqualTo("sk_test_1");
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Nothing {}

    @Test
    void what_is_done_again_and_again_is_looked_for_where_it_is() {
        assertThat(WrongSettings.rhythms())
                .containsExactlyInAnyOrder(
                        "ondine.registry.poll",
                        "ondine.measures.every",
                        "ondine.measures.jobs-every",
                        "ondine.database.settle-moves",
                        "ondine.database.reconcile");
    }

    @Test
    void the_help_is_read_on_any_terminal() {
        assertThat(Help.text()).contains("java -jar ondine.jar");
        assertThat(Help.text().lines()).allMatch(line -> line.length() <= 120);
    }

    private void begin() {
        NeededSettings.ofThePlatform().initialize(context());
    }

    private ConfigurableApplicationContext context() {
        var context = new GenericApplicationContext();
        context.setEnvironment(environment);
        return context;
    }

    /** What is printed in place of a stack trace; nothing when it is not about settings. */
    private @Nullable FailureAnalysis report(Throwable failure) {
        return SpringFactoriesLoader.forDefaultResourceLocation()
                .load(
                        FailureAnalyzer.class,
                        ArgumentResolver.of(Environment.class, environment),
                        (type, name, others) -> {})
                .stream()
                .filter(SettingsReport.class::isInstance)
                .findFirst()
                .orElseThrow()
                .analyze(failure);
    }
}
