package fr.ondine.platform.fleet;

import static fr.ondine.platform.fleet.TransferScene.ANNE;
import static fr.ondine.platform.fleet.TransferScene.PASSPHRASE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import fr.ondine.migrations.Clusters;
import fr.ondine.migrations.MoveReport;
import fr.ondine.migrations.MoveStep;
import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.customers.ClaimKeys;
import fr.ondine.platform.documents.DocumentId;
import fr.ondine.platform.documents.Documents;
import fr.ondine.platform.imports.Imports;
import fr.ondine.platform.tenancy.Jobs;
import fr.ondine.platform.tenancy.Serving;
import fr.ondine.platform.tenancy.TenantClock;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantFilter;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.platform.tenancy.Tenants;
import fr.ondine.testing.CaughtMails;
import fr.ondine.testing.PlatformTest;
import fr.ondine.testing.Utilities;
import fr.ondine.testing.services.Services;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** A utility goes to another PostgreSQL of the same platform, and everything goes on there. */
@PlatformTest
@DirtiesContext // its clock is moved
class UtilityMoveTests {

    private static final String SECOND = "second";

    @Autowired
    Fleet fleet;

    @Autowired
    UtilityMove moves;

    @Autowired
    UtilityExport exports;

    @Autowired
    UtilityDeletion deletion;

    @Autowired
    FleetDirectory directory;

    @Autowired
    Imports imports;

    @Autowired
    Clusters clusters;

    @Autowired
    Tenants tenants;

    @Autowired
    TenantFilter filter;

    @Autowired
    TenantClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Jobs jobs;

    @Autowired
    ClaimKeys keys;

    @Autowired
    Documents documents;

    @TempDir
    Path folder;

    TransferScene scene;

    @DynamicPropertySource
    static void a_second_cluster(DynamicPropertyRegistry properties) {
        var second = Services.cluster();
        properties.add("ondine.database.clusters.second.url", second::url);
        properties.add("ondine.database.clusters.second.app-password", second::appPassword);
        properties.add("ondine.database.clusters.second.owner-username", second::ownerUsername);
        properties.add("ondine.database.clusters.second.owner-password", second::ownerPassword);
    }

    @BeforeEach
    void a_utility() {
        scene = TransferScene.prepare(fleet, imports);
    }

    @Test
    void every_row_is_there_and_the_portal_reads_and_writes_there() throws IOException {
        var before = TransferScene.rows(clusters.database("main"), scene.slug());
        var agreement = one(UUID.class, "select id from agreement where claim_key is not null order by number limit 1");
        var printed = TenantContext.callAs(scene.tenant(), () -> keys.printed(new AgreementId(agreement)));

        var report = move(SECOND);

        assertThat(TransferScene.rows(clusters.database(SECOND), scene.slug())).isEqualTo(before);
        assertThat(report.rows())
                .isEqualTo(before.values().stream().mapToLong(List::size).sum());
        assertThat(directory.get(scene.slug()).cluster()).isEqualTo(SECOND);
        assertThat(tenants.serving(scene.tenant())).isEqualTo(Serving.OPEN);
        assertThat(TenantContext.callAs(scene.tenant(), () -> keys.printed(new AgreementId(agreement))))
                .isEqualTo(printed)
                .isPresent();
        var document = new DocumentId(one(UUID.class, "select id from document limit 1"));
        assertThat(TenantContext.callAs(scene.tenant(), () -> documents.content(document))
                        .bytes())
                .isNotEmpty();
        assertThat(one(Integer.class, "select inet_server_port()")).isEqualTo(port(Services.cluster()));
        assertThat(one(Utilities.SIEGVO, Integer.class, "select inet_server_port()"))
                .isEqualTo(port(Services.shared().database()));
    }

    @Test
    void meanwhile_its_portal_says_that_it_comes_back_and_nobody_else_notices() {
        var answers = new ArrayList<String>();
        moves.run(scene.slug(), SECOND, ANNE, (step, done) -> {
            if (step.equals("agreement")) {
                answers.add(get(scene.slug() + ".localhost"));
                answers.add(answer("POST", scene.slug() + ".localhost", "application/json"));
                answers.add(get("siegvo.localhost"));
            }
        });

        assertThat(answers.getFirst()).contains("503", "SIEGVO", "revient dans un instant", "changent de serveur");
        assertThat(answers.get(1)).contains("503", "MOVING");
        assertThat(answers.getLast()).startsWith("200");
        assertThat(get(scene.slug() + ".localhost")).startsWith("200");
    }

    @Test
    void a_mail_that_waited_is_sent_once_from_where_the_utility_lives() {
        var recipient = scene.slug() + "@courriel.example";
        TenantContext.runAs(
                scene.tenant(),
                () -> transaction.executeWithoutResult(
                        status -> mail(recipient, clock.instant().plus(Duration.ofHours(1)))));
        var report = move(SECOND);
        assertThat(report.jobs()).isOne();

        clock.advance(Duration.ofHours(2));

        CaughtMails.shared().await(recipient);
        TenantContext.runAs(
                scene.tenant(), () -> transaction.executeWithoutResult(status -> mail(recipient, clock.instant())));
        CaughtMails.shared().await(recipient, 2);
        assertThat(CaughtMails.shared().to(recipient)).hasSize(2);
    }

    @Test
    void what_operators_do_reaches_it_where_it_lives() {
        move(SECOND);

        fleet.suspend(scene.slug(), ANNE, "");
        assertThat(there("select state from platform.tenant where slug = '%s'")).isEqualTo("SUSPENDED");
        fleet.resume(scene.slug(), ANNE, "");
        assertThat(there("select state from platform.tenant where slug = '%s'")).isEqualTo("READY");
        fleet.configure(
                scene.slug(), TransferScene.yaml(scene.slug()).replace("#0b5394", "#00523c"), ANNE, "new colours");
        assertThat(TenantContext.callAs(
                        scene.tenant(), () -> tenants.current().brand().colour()))
                .hasToString("#00523c");
        assertThat(exports.run(scene.slug(), folder.resolve("export.zip"), PASSPHRASE, ANNE, TransferProgress.SILENT)
                        .rows())
                .isGreaterThan(300);
    }

    @Test
    void it_comes_back_when_the_older_copy_is_deleted() throws IOException {
        var before = TransferScene.rows(clusters.database("main"), scene.slug());
        move(SECOND);
        move("main");

        assertThat(TransferScene.rows(clusters.database("main"), scene.slug())).isEqualTo(before);
        assertThatThrownBy(() -> move(SECOND)).hasMessageContaining("move-older-copy");
        assertThat(moves.deleteKept(scene.slug(), "main", ANNE)).isTrue();
        assertThat(moves.deleteKept(scene.slug(), "main", ANNE)).isFalse();
        assertThat(tenants.serving(scene.tenant())).isEqualTo(Serving.OPEN);
    }

    @Test
    void deleted_for_good_nothing_of_it_is_left_on_any_side() {
        move(SECOND);
        fleet.archive(scene.slug(), ANNE, "left");
        deletion.ask(scene.slug(), "SIEGVO", ANNE);
        clock.advance(Duration.ofDays(31));

        deletion.delete(scene.slug(), "SIEGVO", ANNE);

        assertThat(there("select (select count(*) from platform.tenant where slug = '%1$s')"
                        + " + (select count(*) from pg_namespace where nspname in ('t_%1$s', 'moved_%1$s'))"
                        + " + (select count(*) from pg_roles where rolname = 't_%1$s')"))
                .isEqualTo("0");
        assertThat(directory.find(scene.slug())).isEmpty();
    }

    @Test
    void a_move_whose_mover_died_is_settled_by_those_who_serve() throws IOException {
        var before = TransferScene.rows(clusters.database("main"), scene.slug());
        assertThatThrownBy(() -> clusters.move(scene.slug(), SECOND, ANNE, (step, detail) -> {
                    if (step == MoveStep.CLOSED) {
                        throw new IllegalStateException("died");
                    }
                }))
                .hasMessage("died");
        tenants.refresh();
        assertThat(tenants.serving(scene.tenant())).isEqualTo(Serving.MOVING);

        await().atMost(Duration.ofSeconds(30)).until(() -> tenants.serving(scene.tenant()) == Serving.OPEN);

        assertThat(directory.get(scene.slug()).cluster()).isEqualTo("main");
        assertThat(TransferScene.rows(clusters.database("main"), scene.slug())).isEqualTo(before);
        assertThat(one(Integer.class, "select count(*)::int from agreement")).isPositive();
    }

    @Test
    void a_cluster_that_nobody_knows_is_refused() {
        assertThatThrownBy(() -> move("third"))
                .isInstanceOf(TransferRefused.class)
                .hasMessageContaining("move-unknown-cluster");
        assertThat(tenants.serving(scene.tenant())).isEqualTo(Serving.OPEN);
    }

    private MoveReport move(String to) {
        return moves.run(scene.slug(), to, ANNE, TransferProgress.SILENT);
    }

    private void mail(String recipient, Instant due) {
        var id = UUID.randomUUID();
        jdbc.sql("insert into mail (id, recipient, subject, html, plain, created_at)"
                        + " values (:id, :recipient, 'Bonjour', '<p>Bonjour</p>', 'Bonjour', now())")
                .params(Map.of("id", id, "recipient", recipient))
                .update();
        jobs.enqueue("send-mail", id, due);
    }

    private String get(String host) {
        return answer("GET", host, "text/html");
    }

    private String answer(String method, String host, String accepted) {
        var request = new MockHttpServletRequest(method, "/");
        request.setServerName(host);
        request.addHeader("Host", host);
        request.addHeader("Accept", accepted);
        var response = new MockHttpServletResponse();
        try {
            filter.doFilter(request, response, new MockFilterChain());
            return response.getStatus() + " " + response.getContentAsString();
        } catch (Exception unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }

    private <T> T one(Class<T> type, String sql) {
        return one(scene.tenant(), type, sql);
    }

    private <T> T one(TenantId tenant, Class<T> type, String sql) {
        return TenantContext.callAs(
                tenant,
                () -> transaction.execute(status -> jdbc.sql(sql).query(type).single()));
    }

    private String there(String sql) {
        var second = Services.cluster();
        return JdbcClient.create(
                        new DriverManagerDataSource(second.url(), second.ownerUsername(), second.ownerPassword()))
                .sql(sql.formatted(scene.slug()))
                .query(String.class)
                .single();
    }

    private static int port(Services.Database database) {
        return URI.create(database.url().substring("jdbc:".length())).getPort();
    }
}
