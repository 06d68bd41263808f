package fr.ondine.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.ResolvableType;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.util.ClassUtils;

/** A name that is misspelt is told, wherever it was given. */
class UnknownSettingsTests {

    /** Read by their prefix, for whichever utilities there are. */
    private static final Map<String, String> OF_UTILITIES = Map.of(
            "ondine.stripe", "fr.ondine.platform.payments.stripe.StripeKeys",
            "ondine.france-connect", "fr.ondine.platform.identity.franceconnect.ClientProof",
            "ondine.pro-connect", "fr.ondine.platform.staff.proconnect.ClientSecret");

    @ParameterizedTest
    @CsvSource({
        "ondine.database.ulr, ondine.database.url",
        "ondine.databse.app-password, ondine.database.app-password",
        "ondine.session.idle-time, ondine.session.idle",
        "ondine.stripe.siegvo.secretkye, ondine.stripe.SLUG.secret-key",
        "ondine.database.clusters.second.owner-pasword, ondine.database.clusters.NAME.owner-password",
        "ondine.documents.bucket.acces-key, ondine.documents.bucket.access-key",
        "Ondine.Vault.Keys, ondine.vault.key",
    })
    void is_told_with_the_nearest_that_there_is(String given, String nearest) {
        assertThat(told(property(given))).containsExactly(given + " is no setting: the nearest is " + nearest + ".");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ondine.database.appPassword",
                "ondine.database.app-password",
                "ONDINE.DATABASE.APP_PASSWORD",
                "ondine.portal.reserved-hosts[1]",
                "ondine.stripe.eau-du-val.webhook-secret",
                "ondine.stripe[siegvo].secret-key",
                "ondine.france-connect.siegvo.next-private-key",
                "ondine.database.clusters.second-site.url",
                "ondine.measures.jobs-every",
                "ondined.anything",
                "spring.mail.hots",
            })
    void what_spring_would_understand_is_one_and_others_names_are_theirs(String given) {
        assertThat(told(property(given))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ONDINE_DATABASE_ULR, ONDINE_DATABASE_URL",
        "ONDINE_VUALT_KEY, ONDINE_VAULT_KEY",
        "ONDINE_SESSION_IDLETIME, ONDINE_SESSION_IDLE",
        "ONDINE_STRIPE_SIEGVO_SECRET, ONDINE_STRIPE_SLUG_SECRETKEY",
        "ONDINE_FRANCE_CONNECT_SIEGVO_CLIENT_SECRET, ONDINE_FRANCECONNECT_SLUG_CLIENTSECRET",
    })
    void so_is_a_variable_of_a_section_of_ours_or_that_is_nearly_one(String given, String nearest) {
        assertThat(told(variable(given))).containsExactly(given + " is no setting: the nearest is " + nearest + ".");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ONDINE_DATABASE_URL",
                "ONDINE_DATABASE_APPPASSWORD",
                "ONDINE_DATABASE_APP_PASSWORD",
                "ondine.database.app-password",
                "ONDINE_PORTAL_RESERVEDHOSTS_0",
                "ONDINE_STRIPE_SIEGVO_SECRETKEY",
                "ONDINE_STRIPE_SIEGVO_WEBHOOK_SECRET",
                "ONDINE_DATABASE_CLUSTERS_SECOND_OWNERPASSWORD",
                "ONDINE_SERVICES",
                "ONDINE_CHROMIUM",
                "ONDINE_PROMTOOL",
                "ONDINE_PEERS",
                "ONDINE_HOME",
                "ONDINE_WEB_SERVICE_HOST",
                "ONDINE_WEB_PORT_8080_TCP_ADDR",
                "ONDINEX_DATABASE_ULR",
            })
    void a_variable_that_is_known_or_of_somebody_s_script_stops_nothing(String given) {
        assertThat(told(variable(given))).isEmpty();
    }

    @Test
    void no_value_is_shown() {
        assertThat(told(new MapPropertySource("file", Map.of("ondine.vault.kye", "hunter2"))))
                .hasSize(1)
                .noneMatch(sentence -> sentence.contains("hunter2"));
    }

    /** As the chart has them: settings in one variable, and Secrets as folders of files. */
    @Test
    void a_process_does_not_begin_with_one_from_wherever_it_is(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("ondine.vault.kye"), "x");
        Files.writeString(folder.resolve("ondine.vault.key"), "b25kaW5lLXRlc3RzLW9uZGluZS10ZXN0cy1vbmRpbmU=");
        var process = new SpringApplication(Nothing.class);
        process.setWebApplicationType(WebApplicationType.NONE);
        process.addInitializers(NeededSettings.ofThePlatform());

        assertThatThrownBy(() -> process.run(
                        "--spring.config.import=configtree:" + folder + "/",
                        "--spring.application.json={\"ondine.sesion.idle\":\"20m\"}",
                        "--spring.main.banner-mode=off",
                        "--ondine.mail.sendr=portail@exploitant.fr",
                        "--ondine.database.url=jdbc:postgresql://db/ondine",
                        "--ondine.database.app-password=x",
                        "--ondine.documents.directory=/var/lib/ondine",
                        "--spring.data.redis.host=redis",
                        "--spring.mail.host=smtp"))
                .hasMessage("""
                        ondine.mail.sendr is no setting: the nearest is ondine.mail.sender.
                        ondine.sesion.idle is no setting: the nearest is ondine.session.idle.
                        ondine.vault.kye is no setting: the nearest is ondine.vault.key.""");
    }

    @Configuration(proxyBeanMethods = false)
    static class Nothing {}

    @Test
    void the_help_names_every_setting_that_is_read_and_no_other() {
        var read = Stream.of(
                        WrongSettings.records().stream().flatMap(UnknownSettingsTests::names),
                        WrongSettings.rhythms().stream(),
                        OF_UTILITIES.entrySet().stream()
                                .flatMap(entry -> names(entry.getKey() + ".SLUG", type(entry.getValue()))))
                .flatMap(names -> names)
                .toList();

        assertThat(KnownSetting.all()).extracting(KnownSetting::name).containsExactlyInAnyOrderElementsOf(read);
    }

    /** By which one that lacks its unit is found without looking through all types at each start. */
    @Test
    void the_help_names_a_default_with_its_unit_for_each_duration() {
        var read = Stream.concat(
                        WrongSettings.records().stream()
                                .flatMap(type -> Stream.of(type.getRecordComponents())
                                        .filter(component -> component.getType() == Duration.class)
                                        .map(component -> WrongSettings.name(type, component))),
                        WrongSettings.rhythms().stream())
                .toList();

        assertThat(KnownSetting.durations()).extracting(KnownSetting::name).containsExactlyInAnyOrderElementsOf(read);
    }

    private static Stream<String> names(Class<?> settings) {
        return Stream.of(settings.getRecordComponents())
                .flatMap(component -> names(WrongSettings.name(settings, component), component));
    }

    private static Stream<String> names(String prefix, Class<?> settings) {
        return Stream.of(settings.getRecordComponents())
                .flatMap(component ->
                        names(prefix + "." + DataObjectPropertyName.toDashedForm(component.getName()), component));
    }

    private static Stream<String> names(String name, RecordComponent component) {
        var type = ResolvableType.forType(component.getGenericType());
        if (component.getType() == Map.class) {
            return names(name + ".NAME", type.getGeneric(1).resolve(Object.class));
        }
        return component.getType().isRecord() ? names(name, component.getType()) : Stream.of(name);
    }

    private static Class<?> type(String name) {
        return ClassUtils.resolveClassName(name, UnknownSettingsTests.class.getClassLoader());
    }

    private static PropertySource<?> property(String name) {
        return new MapPropertySource("file", Map.of(name, "x"));
    }

    private static PropertySource<?> variable(String name) {
        return new SystemEnvironmentPropertySource("variables", Map.of(name, "x"));
    }

    private static List<String> told(PropertySource<?> source) {
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(source);
        return UnknownSettings.sentences(environment);
    }
}
