package fr.ondine.ui;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.migrations.Clusters;
import fr.ondine.migrations.OndineDatabase;
import fr.ondine.migrations.Registration;
import fr.ondine.migrations.UtilityState;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command that a release's job runs, on a server of its own, and without Redis, key or mail server. */
class MigrateCommandTests {

    private static EmbeddedPostgres server;

    private final String unique = UUID.randomUUID().toString().replace("-", "").substring(0, 10);
    private final String good = "g" + unique;
    private final String broken = "b" + unique;

    private final Map<String, Object> settings = new HashMap<>();

    private String url = "";
    private JdbcClient database;
    private OndineDatabase owner;

    @BeforeAll
    static void a_server() throws IOException {
        server = EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
        JdbcClient.create(server.getPostgresDatabase())
                .sql("create role migrating login createrole")
                .update();
    }

    @AfterAll
    static void no_server() throws IOException {
        server.close();
    }

    @BeforeEach
    void a_database() {
        JdbcClient.create(server.getPostgresDatabase())
                .sql("create database db" + unique + " owner migrating")
                .update();
        var source = server.getDatabase("migrating", "db" + unique);
        url = server.getJdbcUrl("migrating", "db" + unique);
        database = JdbcClient.create(source);
        owner = new OndineDatabase(source);
    }

    @Test
    void a_dry_run_prints_the_sql_and_changes_nothing() {
        assertThat(migrate("--dry-run").printed()).contains("-- the schema of the platform", "create table tenant (");
        assertThat(count("select count(*) from pg_namespace where nspname = 'platform'"))
                .isZero();

        twoUtilities();
        var text = migrate("--dry-run").printed();
        assertThat(text).contains("-- for 2 utilities with 0 of").contains(good, broken, "create table user_account");
        var plan = json(migrate("--dry-run", "--json"));
        assertThat(plan.get("steps").size()).isEqualTo(2);
        assertThat(plan.get("scripts").size()).isOne();
        assertThat(plan.get("empty").asBoolean()).isFalse();
        assertThat(json(migrate(good, "--dry-run", "--json")).get("steps").size())
                .as("of one alone")
                .isOne();
        assertThat(count("select count(*) from pg_namespace where nspname = 't_" + good + "'"))
                .isZero();
    }

    @Tag("long")
    @Test
    void what_a_release_adds_to_utilities_in_service_is_shown_alone() {
        twoUtilities();
        migrate();
        lacksTheLast(good);

        var text = migrate("--dry-run").printed();
        var plan = json(migrate("--dry-run", "--json"));

        assertThat(text)
                .startsWith("-- dry run: 1 utility would get to ")
                .contains("-- for 1 utility with ", "change sets: " + good + "\n")
                .contains("payment-host", "alter table payment add column host text;")
                .doesNotContain(" " + broken, "create table user_account");
        assertThat(plan.get("steps").size()).isOne();
        assertThat(plan.get("steps").get(0).get("slug").asString()).isEqualTo(good);
        assertThat(plan.get("steps").get(0).get("changeSets").asLong())
                .isEqualTo(plan.get("changeSets").asLong() - 1);
        assertThat(plan.get("scripts").get(0).get("sql").asString()).contains("add column host");

        assertThat(migrate("--json").status()).isZero();
        assertThat(migrate("--dry-run").printed()).startsWith("-- nothing to do");
    }

    /** As a utility is that the release before last brought up to date. */
    private void lacksTheLast(String slug) {
        database.sql("alter table t_%s.payment drop column host".formatted(slug))
                .update();
        database.sql("delete from t_%s.databasechangelog where id = 'payment-host'".formatted(slug))
                .update();
        database.sql("update platform.tenant set schema_version = 'before', schema_changes = schema_changes - 1"
                        + " where slug = ?")
                .param(slug)
                .update();
    }

    @Test
    void a_job_sees_by_the_status_that_one_failed_and_migrates_it_again_alone() {
        twoUtilities();
        database.sql("create schema t_" + broken + " create table user_account (id int)")
                .update();

        var job = migrate("--json", "--by", "anne");

        assertThat(job.status()).isEqualTo(1);
        assertThat(outcomes(job)).contains(good + " null").hasSize(2);
        assertThat(job.said())
                .containsPattern("[12]/2  " + good + "  \\d+ ms")
                .containsPattern("[12]/2  " + broken + "  failed: .*user_account");
        assertThat(acts("")).containsExactly("operator:anne fleet migrated 1 migrated, 1 failed");

        assertThat(migrate("--go-on").status())
                .as("a release that goes on without it")
                .isZero();
        database.sql("drop table t_" + broken + ".user_account").update();
        var again = migrate(broken, "--json");

        assertThat(again.status()).isZero();
        assertThat(outcomes(again)).containsExactly(broken + " null");
        assertThat(count("select count(*) from platform.tenant where state = 'READY' and last_error is null"))
                .isEqualTo(2);
        assertThat(acts(broken)).last().asString().contains("migrated");
    }

    @Test
    @Tag("long")
    void a_release_reaches_a_utility_on_another_cluster() {
        twoUtilities();
        migrate();
        addSecond();
        new Clusters(owner, Map.of("second", server.getDatabase("migrating", second())))
                .moves()
                .move(good, "second", "operator:anne", (step, detail) -> {});
        for (var each : List.of(database, on(second()))) {
            each.sql("update platform.tenant set schema_version = 'old', schema_changes = 1 where slug = ?")
                    .param(good)
                    .update();
        }

        assertThat(json(migrate("--dry-run", "--json")).get("steps").toString()).contains(good);
        var job = migrate("--json");

        assertThat(job.status()).isZero();
        assertThat(outcomes(job)).containsExactly(good + " null");
        assertThat(count("select count(*) from pg_namespace where nspname = 't_" + good + "'"))
                .as("and makes none where it does not live")
                .isZero();
        assertThat(json(migrate("--dry-run", "--json")).get("empty").asBoolean())
                .isTrue();
        settings.put("ondine.database.clusters.second.url", "jdbc:postgresql://127.0.0.1:1/none");
        var away = migrate("--json");
        assertThat(away.status()).isEqualTo(1);
        assertThat(outcomes(away).getFirst()).contains(good, "second: ");
    }

    /** As the migration of an upgrade finds them that does not use that database yet. */
    @Test
    void secrets_of_a_second_database_alone_do_not_stop_it() {
        settings.putAll(Map.of(
                "ondine.database.clusters.second.app-password", "app",
                "ondine.database.clusters.second.owner-username", "migrating",
                "ondine.database.clusters.second.owner-password", "app"));

        var job = migrate();
        assertThat(job.status()).isZero();
        assertThat(job.said())
                .contains("ondine.database.clusters.second has secrets and no url: that PostgreSQL is not used");
    }

    private void addSecond() {
        JdbcClient.create(server.getPostgresDatabase())
                .sql("create database " + second() + " owner migrating")
                .update();
        new OndineDatabase(server.getDatabase("migrating", second())).bootstrap("app");
        settings.putAll(Map.of(
                "ondine.database.clusters.second.url", server.getJdbcUrl("migrating", second()),
                "ondine.database.clusters.second.app-password", "app",
                "ondine.database.clusters.second.owner-username", "migrating"));
    }

    private String second() {
        return "second" + unique;
    }

    private static JdbcClient on(String name) {
        return JdbcClient.create(server.getDatabase("migrating", name));
    }

    @Test
    void with_nothing_to_do_it_says_so_and_writes_nothing_down() {
        assertThat(migrate().printed()).startsWith("0 utilities migrated, 0 failed");
        assertThat(migrate().status()).isZero();
        assertThat(migrate("--dry-run").printed()).startsWith("-- nothing to do");
        assertThat(acts("")).isEmpty();
    }

    @Tag("long")
    @Test
    void a_utility_that_is_unknown_or_put_away_is_refused() {
        twoUtilities();
        migrate();
        owner.change(good, UtilityState.ARCHIVED, "operator:anne", "");

        assertThat(migrate("nobody").said()).contains("there is no utility 'nobody' here.");
        assertThat(migrate("nobody", "--dry-run").status()).isEqualTo(1);
        assertThat(migrate(good).said()).contains("is archived: resume it first.");
        assertThat(migrate(good).status()).isEqualTo(1);
        assertThat(migrate("one", "two").status()).isEqualTo(2);
    }

    @Test
    void a_job_that_was_not_told_who_owns_the_database_says_so() {
        assertThat(Typed.alone(Map.of("ondine.database.url", url), "migrate").said())
                .contains(
                        "ondine.database.app-password is not set: give it as ONDINE_DATABASE_APPPASSWORD.",
                        "ondine.database.owner-username is not set");
    }

    @Test
    @Tag("long")
    void a_database_that_is_away_is_said_and_is_no_success() {
        url = "jdbc:postgresql://127.0.0.1:1/none";
        var away = migrate();

        assertThat(away.status()).isEqualTo(1);
        assertThat(away.said()).contains("refused");
        assertThat(away.printed()).isEmpty();
    }

    private void twoUtilities() {
        owner.bootstrap("app");
        for (var slug : List.of(good, broken)) {
            owner.register(new Registration(slug, slug, "name: " + slug, List.of(slug + ".localhost"), "test", ""));
        }
    }

    private Typed migrate(String... words) {
        var command = new ArrayList<>(List.of("migrate"));
        command.addAll(List.of(words));
        settings.putAll(Map.of(
                "ondine.database.url", url,
                "ondine.database.app-password", "app",
                "ondine.database.owner-username", "migrating"));
        return Typed.alone(settings, command.toArray(String[]::new));
    }

    private static JsonNode json(Typed typed) {
        return JsonMapper.shared().readTree(typed.printed());
    }

    private static List<String> outcomes(Typed typed) {
        return json(typed)
                .get("outcomes")
                .valueStream()
                .map(outcome -> outcome.get("slug").asString() + " "
                        + outcome.get("failure").toString())
                .toList();
    }

    private List<String> acts(String slug) {
        return database.sql("select actor || ' ' || action || ' ' || detail from platform.operator_audit"
                        + " where slug = ? order by id")
                .param(slug)
                .query(String.class)
                .list();
    }

    private long count(String sql) {
        return database.sql(sql).query(Long.class).single();
    }
}
