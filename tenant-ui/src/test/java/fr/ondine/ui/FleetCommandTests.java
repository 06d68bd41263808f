package fr.ondine.ui;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.migrations.OndineDatabase;
import fr.ondine.testing.Utilities;
import fr.ondine.testing.services.Services;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.json.JsonMapper;

/** The operators' commands, as they are typed. */
class FleetCommandTests {

    private final String slug =
            "c" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);

    @TempDir
    Path folder;

    private final Map<String, Object> clusters = new HashMap<>();

    private Path file = Path.of("");

    @BeforeEach
    void a_configuration() throws IOException {
        file = write(Utilities.like(Utilities.SIEGVO, slug));
    }

    @Test
    void adds_a_utility_and_changes_its_configuration() throws IOException {
        assertThat(run("add", file.toString()).printed()).contains(slug, "ready", "current");
        var changed = write(Files.readString(file).replace("#0b5394", "#00523c"));

        assertThat(run("configure", slug, changed.toString()).printed()).contains("brand.colour: #0b5394 -> #00523c");
    }

    @Tag("long") // six starts of the platform
    @Test
    void shows_what_would_change_who_changed_what_and_goes_back() throws IOException {
        run("add", file.toString());
        var changed = write(Files.readString(file).replace("#0b5394", "#00523c"));

        assertThat(run("configure", slug, changed.toString(), "--dry-run").printed())
                .contains("brand.colour: #0b5394 -> #00523c");
        assertThat(run("history", slug).printed()).doesNotContain("   2 ");
        assertThat(run("configure", slug, changed.toString(), "--by", "anne", "--reason", "new colours")
                        .status())
                .isZero();
        assertThat(run("history", slug).printed()).contains("   2 ", "operator:anne", "new colours");
        assertThat(run("rollback", slug, "1").printed()).contains("brand.colour: #00523c -> #0b5394");
    }

    @Test
    void tells_which_cannot_be_served_and_why() {
        run("add", file.toString());
        platform(
                "update platform.tenant set schema_changes = 1, last_error = 'payment: no such column' where slug = ?");
        assertThat(run("list", "--unserved").printed())
                .containsPattern(slug + " +behind +SIEGVO\n    payment: no such column")
                .contains("cannot be served");
        assertThat(run("list", "--state", "failed").printed())
                .as("it is as ready as it was")
                .doesNotContain(slug);

        platform("update platform.tenant set schema_changes = 100000, last_error = null, configuration = 'nuage: rose'"
                + " where slug = ?");
        var unreadable = run("list", "--unserved", "--json");
        assertThat(unreadable.said()).contains("the configuration of " + slug + " cannot be read by this release: ");
        assertThat(JsonMapper.shared()
                        .readTree(unreadable.printed())
                        .get("utilities")
                        .valueStream())
                .anyMatch(each -> each.get("slug").asString().equals(slug)
                        && each.get("reason").asString().equals("UNREADABLE"));
        platform("update platform.tenant t set last_error = null, schema_changes = " + OndineDatabase.neededChanges()
                + ", configuration = (select min(c.configuration) from platform.tenant_configuration c where c.slug = t.slug)"
                + " where t.slug = ?");
    }

    private void platform(String sql) {
        var server = Services.shared().database();
        JdbcClient.create(new DriverManagerDataSource(server.url(), server.ownerUsername(), server.ownerPassword()))
                .sql(sql)
                .param(slug)
                .update();
    }

    @Tag("long")
    @Test
    void prints_json_for_a_script() {
        run("add", file.toString());

        var shown = JsonMapper.shared().readTree(run("show", slug, "--json").printed());
        assertThat(shown.get("state").asString()).isEqualTo("READY");
        assertThat(shown.get("hosts").get(0).asString()).isEqualTo(slug + ".localhost");
        assertThat(shown.at("/schema/changes").asInt()).isEqualTo(OndineDatabase.neededChanges());
        assertThat(shown.at("/schema/fingerprint").asString()).hasSize(64);
        var listed = JsonMapper.shared()
                .readTree(run("list", "--search", slug, "--json").printed());
        assertThat(listed.get("total").asInt()).isOne();
    }

    @Test
    @Tag("long") // six starts of the platform
    void tells_a_script_what_was_done_by_fields_too() {
        run("add", file.toString());
        run("archive", slug);

        var asked = JsonMapper.shared()
                .readTree(run("delete", slug, "--name", "SIEGVO", "--json").printed());
        assertThat(Instant.parse(asked.get("possibleAfter").asString())).isAfter(Instant.now());
        var kept = JsonMapper.shared().readTree(run("keep", slug, "--json").printed());
        assertThat(kept.get("done").asString()).isEqualTo("kept");
        assertThat(kept.get("slug").asString()).isEqualTo(slug);
    }

    @Test
    void tells_a_script_why_nothing_was_done() throws IOException {
        var unknown = run("show", "personne", "--json");
        assertThat(unknown.status()).isOne();
        assertThat(JsonMapper.shared()
                        .readTree(unknown.printed())
                        .get("refused")
                        .asString())
                .isEqualTo("unknown-utility");

        var wrong = write(Files.readString(file).replace("#0b5394", "blue"));
        var refused = JsonMapper.shared()
                .readTree(run("add", wrong.toString(), "--json").printed());
        assertThat(refused.get("refused").asString()).isEqualTo("invalid-configuration");
        assertThat(refused.get("detail").asString()).contains("brand.colour");
    }

    @ParameterizedTest
    @ValueSource(strings = {"add", "list", "delete", "migrate", "move"})
    void every_command_tells_how_it_is_used(String command) {
        var help = run(command, "--help");

        assertThat(help.status()).isZero();
        assertThat(help.printed()).contains("Usage:").contains(command).contains("--json");
    }

    @Tag("long")
    @Test
    void shows_what_is_known_of_a_utility_and_how_much_it_may_use() {
        run("add", file.toString());
        run("limit", slug, "--mails-per-day", "200", "--concurrent-jobs", "3");

        assertThat(run("show", slug).printed())
                .contains(slug, "ready", "current")
                .containsPattern("cluster +main\n")
                .containsPattern("schema +\\d+ change sets, version \\w{8}, fingerprint \\w{8}\n")
                .containsPattern("agreements +(not known|0)\n")
                .containsPattern("size +(not known|\\d+ MB)\n")
                .containsPattern("last activity +not known\n")
                .containsPattern("limits +\\d+ requests/s, 3 jobs, 200 mails/day, .+ MB");
        assertThat(run("list", "--search", slug).printed())
                .as("a line each")
                .doesNotContain("limits")
                .contains("1 utility, page 1 of 1");
        assertThat(run("limit", slug, "--mails-per-day", "0").said()).contains("each limit is at least 1.");
    }

    @Tag("long") // four starts of the platform, of what its own tests try one by one
    @Test
    void writes_a_utility_to_a_file_and_takes_it_in_under_another_name() throws IOException {
        run("add", file.toString());
        var export = folder.resolve("export.zip");
        var other = "i" + slug;

        var exported = run("export", slug, "--to", export.toString(), "--json");

        assertThat(exported.said()).as("how far it is").contains("user_account", "documents");
        var report = JsonMapper.shared().readTree(exported.printed());
        assertThat(report.get("bytes").asLong()).isEqualTo(Files.size(export));
        var passphrase = Files.writeString(
                folder.resolve("passphrase"), report.get("passphrase").asString());
        var arrive = new String[] {
            "import",
            export.toString(),
            "--passphrase-file",
            passphrase.toString(),
            "--as",
            other,
            "--host",
            other + ".localhost"
        };
        assertThat(run(arrive).printed()).contains(other, "ready", "current", "0 waiting jobs");
        assertThat(run(arrive).said()).contains("the short name is taken: " + other);
        assertThat(run("export", slug, "--to", export.toString()).said()).contains("nothing is overwritten");
        assertThat(run("export", slug).status()).isEqualTo(2);
    }

    @Test
    @Tag("long")
    void takes_a_utility_to_another_database() {
        clusters.putAll(second());
        run("add", file.toString());

        var moved = run("move", slug, "--to", "second", "--json");

        assertThat(moved.said()).as("how far it is").contains("announced", "user_account", "switched");
        var report = JsonMapper.shared().readTree(moved.printed());
        assertThat(report.get("tables").asInt()).isGreaterThan(10);
        assertThat(report.get("to").asString()).isEqualTo("second");
        assertThat(run("move", slug, "--delete-kept", "main").printed()).contains("deleted");
        assertThat(run("move", slug).status()).isEqualTo(2);
    }

    private static Map<String, String> second() {
        var database = Services.cluster();
        var prefix = "ondine.database.clusters.second.";
        return Map.of(
                prefix + "url", database.url(),
                prefix + "app-password", database.appPassword(),
                prefix + "owner-username", database.ownerUsername(),
                prefix + "owner-password", database.ownerPassword());
    }

    @Test
    void says_what_is_wrong_and_ends_with_another_status() throws IOException {
        var refused = run("add", write("slug: " + slug + "\nname: X").toString());
        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.said()).contains("Ligne 1, hosts : cette rubrique manque.");

        var unknown = run("suspend", "nobody");
        assertThat(unknown.status()).isEqualTo(1);
        assertThat(unknown.said()).contains("there is no utility 'nobody' here.");

        assertThat(run("add").status()).isEqualTo(2);
        assertThat(run("frobnicate").status()).isEqualTo(2);
    }

    @Test
    void a_file_that_is_missing_is_said_in_a_sentence() {
        var missing = folder.resolve("none").toString();

        assertThat(run("add", missing).said()).contains("there is no file " + missing + ".");
        var imported = run("import", "export.zip", "--passphrase-file", missing);
        assertThat(imported.status()).isEqualTo(1);
        assertThat(imported.said()).contains("there is no file " + missing + ".");
    }

    @Tag("long")
    @Test
    void invites_an_administrator_of_a_utility_that_is_open() throws IOException {
        run("add", file.toString());
        var anne = new String[] {"--email", "anne@collectivite.fr", "--name", "Anne Martin"};

        assertThat(invite(slug, anne).status()).isZero();
        assertThat(invite(slug, anne).status())
                .as("again, for who is locked out")
                .isZero();

        assertThat(run("audit", slug).printed()).contains("administrator invited", "anne@collectivite.fr");
        assertThat(invite("nobody", anne).status()).isEqualTo(1);
        assertThat(invite(slug, "--email", "anne", "--name", "Anne").status()).isEqualTo(1);
        run("suspend", slug);
        assertThat(invite(slug, anne).said()).contains("not open");
    }

    @Tag("long")
    @Test
    void signs_everybody_out() {
        run("add", file.toString());

        assertThat(run("sign-out-everybody", slug, "--by", "anne").printed())
                .contains(slug + ": 0 accounts of subscribers and 0 of staff have to sign in again");
        assertThat(run("audit", slug).printed())
                .contains("operator:anne  everybody signed out  0 subscribers, 0 staff");
        assertThat(run("sign-out-everybody", "nobody").status()).isOne();
    }

    private Typed invite(String utility, String... options) {
        return run(Stream.concat(Stream.of("invite-administrator", utility), Stream.of(options))
                .toArray(String[]::new));
    }

    /** In a pod of the chart settings come in one variable, which counts before most others. */
    @Test
    void what_a_command_does_otherwise_than_the_process_beside_it_counts_before_what_the_pod_was_told() {
        clusters.put(
                "spring.application.json",
                "{\"ondine.fleet.grace\": \"20d\", \"ondine.jobs.enabled\": true,"
                        + " \"ondine.database.migrate-fleet-on-start\": true}");
        var seen = new ArrayList<String>();

        TenantCommand.onPlatform(Typed.settings(clusters), Map.of("ondine.fleet.grace", "0s"), beans -> {
            var told = beans.getBean(Environment.class);
            Stream.of("ondine.fleet.grace", "ondine.jobs.enabled", "ondine.database.migrate-fleet-on-start")
                    .map(told::getProperty)
                    .forEach(seen::add);
            return TenantCommand.DONE;
        });

        assertThat(seen).containsExactly("0s", "false", "false");
    }

    @Test
    @Tag("long") // six starts of the platform
    void one_that_is_put_back_waits_for_no_time_of_grace() {
        clusters.put("spring.application.json", "{\"ondine.fleet.grace\": \"20d\"}");
        run("add", file.toString());
        run("archive", slug);

        run("delete", slug, "--name", "SIEGVO");
        assertThat(run("delete", slug, "--name", "SIEGVO", "--for-good").status())
                .isOne();
        run("delete", slug, "--name", "SIEGVO", "--without-grace");

        assertThat(run("delete", slug, "--name", "SIEGVO", "--for-good").printed())
                .contains("deleted");
    }

    private Path write(String yaml) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "utility", ".yaml"), yaml);
    }

    private Typed run(String... words) {
        return Typed.fleet(clusters, words);
    }
}
