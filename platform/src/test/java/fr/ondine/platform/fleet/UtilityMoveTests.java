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
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
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

    String recipient;

    Duration refusedWithin = Duration.ZERO;

    @DynamicPropertySource
    static void a_second_cluster(DynamicPropertyRegistry properties) {
        var second = Services.cluster();
        properties.add("ondine.database.settle-moves", () -> "500ms");
        properties.add("ondine.database.reconcile", () -> "500ms");
        properties.add("ondine.registry.poll", () -> "200ms");
        properties.add("ondine.database.quiet", () -> "500ms");
        properties.add("ondine.database.clusters.second.url", second::url);
        properties.add("ondine.database.clusters.second.app-password", second::appPassword);
        properties.add("ondine.database.clusters.second.owner-username", second::ownerUsername);
        properties.add("ondine.database.clusters.second.owner-password", second::ownerPassword);
    }

    @BeforeEach
    void a_utility_with_a_mail_that_waits() {
        scene = TransferScene.prepare(fleet, imports);
        recipient = scene.slug() + "@courriel.example";
        mail(clock.instant().plus(Duration.ofHours(1)));
    }

    @Test
    void everything_goes_on_where_it_went() throws IOException {
        var before = TransferScene.rows(clusters.database("main"), scene.slug());
        var agreement = one(UUID.class, "select id from agreement where claim_key is not null order by number limit 1");
        var key = as(() -> keys.printed(new AgreementId(agreement)));
        var answers = new ArrayList<String>();

        var report = moves.run(scene.slug(), SECOND, ANNE, (step, done) -> {
            if (step.equals("agreement")) {
                answers.add(get(scene.slug() + ".localhost"));
                var sent = System.nanoTime();
                answers.add(answer("POST", scene.slug() + ".localhost", "text/html"));
                refusedWithin = Duration.ofNanos(System.nanoTime() - sent);
                answers.add(answer("POST", scene.slug() + ".localhost", "application/json"));
                answers.add(get("siegvo.localhost"));
            }
        });

        wasReadAndNotWrittenToAndNobodyElseNoticed(
                answers, before.get("agreement").size());
        assertThat(TransferScene.rows(clusters.database(SECOND), scene.slug())).isEqualTo(before);
        assertThat(report.rows())
                .isEqualTo(before.values().stream().mapToLong(List::size).sum());
        assertThat(report.jobs()).isOne();
        assertThat(as(() -> keys.printed(new AgreementId(agreement))))
                .isEqualTo(key)
                .isPresent();
        var document = new DocumentId(one(UUID.class, "select id from document limit 1"));
        assertThat(as(() -> documents.content(document)).bytes()).isNotEmpty();
        livesOnTheSecondAndOthersDoNot();
        theMailIsSentOnceAndAnotherToo();
        operatorsReachIt();
        whatItsClusterDidNotHearItIsToldLater();
    }

    private void wasReadAndNotWrittenToAndNobodyElseNoticed(List<String> answers, int agreements) {
        assertThat(answers.getFirst()).isEqualTo("200 " + agreements);
        assertThat(answers.get(1)).contains("503", "SIEGVO", "revient dans un instant", "changent de serveur");
        assertThat(refusedWithin).isLessThan(Duration.ofSeconds(3));
        assertThat(answers.get(2)).contains("503", "urn:ondine:problem:moving", "nothing can be written");
        assertThat(answers.getLast()).startsWith("200");
        assertThat(get(scene.slug() + ".localhost")).isEqualTo(answers.getFirst());
        assertThat(answer("POST", scene.slug() + ".localhost", "text/html")).startsWith("200");
    }

    private void livesOnTheSecondAndOthersDoNot() {
        assertThat(directory.get(scene.slug()).cluster()).isEqualTo(SECOND);
        assertThat(tenants.serving(scene.tenant())).isEqualTo(Serving.OPEN);
        assertThat(one(Integer.class, "select inet_server_port()")).isEqualTo(port(Services.cluster()));
        assertThat(one(Utilities.SIEGVO, Integer.class, "select inet_server_port()"))
                .isEqualTo(port(Services.shared().database()));
    }

    private void theMailIsSentOnceAndAnotherToo() {
        clock.advance(Duration.ofHours(2));
        CaughtMails.shared().await(recipient);
        mail(clock.instant());
        CaughtMails.shared().await(recipient, 2);
        assertThat(CaughtMails.shared().to(recipient)).hasSize(2);
    }

    private void operatorsReachIt() {
        fleet.suspend(scene.slug(), ANNE, "");
        assertThat(there("select state from platform.tenant where slug = '%s'")).isEqualTo("SUSPENDED");
        fleet.resume(scene.slug(), ANNE, "");
        assertThat(there("select state from platform.tenant where slug = '%s'")).isEqualTo("READY");
        fleet.configure(
                scene.slug(), TransferScene.yaml(scene.slug()).replace("#0b5394", "#00523c"), ANNE, "new colours");
        assertThat(as(() -> tenants.current().brand().colour())).hasToString("#00523c");
        assertThat(exports.run(scene.slug(), folder.resolve("export.zip"), PASSPHRASE, ANNE, TransferProgress.SILENT)
                        .rows())
                .isGreaterThan(300);
    }

    private void whatItsClusterDidNotHearItIsToldLater() {
        change("""
                create function platform.deaf() returns trigger language plpgsql as 'begin raise exception $$deaf$$; end';
                create trigger deaf before update on platform.tenant for each row
                    when (old.slug = '%s') execute function platform.deaf()""");

        fleet.suspend(scene.slug(), ANNE, "");

        assertThat(tenants.serving(scene.tenant())).isEqualTo(Serving.SUSPENDED);
        assertThat(there("select state from platform.tenant where slug = '%s'")).isEqualTo("READY");
        change("drop function platform.deaf() cascade");
        await().until(() ->
                there("select state from platform.tenant where slug = '%s'").equals("SUSPENDED"));
    }

    @Test
    void a_move_whose_mover_died_is_settled_by_those_who_serve_and_its_work_goes_on() throws IOException {
        var before = TransferScene.rows(clusters.database("main"), scene.slug());
        assertThatThrownBy(() -> clusters.moves().move(scene.slug(), SECOND, ANNE, (step, detail) -> {
                    if (step == MoveStep.CLOSED) {
                        throw new IllegalStateException("died");
                    }
                }))
                .hasMessage("died");
        tenants.refresh();

        await().atMost(Duration.ofSeconds(30)).until(() -> tenants.serving(scene.tenant()) == Serving.OPEN);

        assertThat(directory.get(scene.slug()).cluster()).isEqualTo("main");
        assertThat(TransferScene.rows(clusters.database("main"), scene.slug())).isEqualTo(before);
        assertThat(one(Integer.class, "select count(*)::int from agreement")).isPositive();
        theMailIsSentOnceAndAnotherToo();
    }

    @Test
    @Tag("long")
    void one_that_fails_serves_and_works_where_it_was_when_that_is_said() {
        assertThatThrownBy(() -> moves.run(scene.slug(), SECOND, ANNE, (step, done) -> {
                    if (step.equals("arrived")) {
                        throw new IllegalStateException("failed");
                    }
                }))
                .hasMessage("failed");

        assertThat(tenants.serving(scene.tenant())).isEqualTo(Serving.OPEN);
        assertThat(there("select count(*) from pg_namespace where nspname = 't_%s'"))
                .isEqualTo("0");
        assertThatThrownBy(() -> move("third"))
                .isInstanceOf(TransferRefused.class)
                .hasMessageContaining("move-unknown-cluster");
        assertThat(tenants.serving(scene.tenant())).isEqualTo(Serving.OPEN);
    }

    @Tag("long")
    @Test
    void it_comes_back_when_the_older_copy_is_deleted() throws IOException {
        var before = TransferScene.rows(clusters.database("main"), scene.slug());
        move(SECOND);
        assertThatThrownBy(() -> move("main")).hasMessageContaining("move-older-copy");
        assertThatThrownBy(() -> moves.deleteKept(scene.slug(), SECOND, ANNE)).hasMessageContaining("move-lives-there");
        assertThat(moves.deleteKept(scene.slug(), "main", ANNE)).isTrue();
        move("main");

        assertThat(TransferScene.rows(clusters.database("main"), scene.slug())).isEqualTo(before);
        assertThat(tenants.serving(scene.tenant())).isEqualTo(Serving.OPEN);
        theMailIsSentOnceAndAnotherToo();
    }

    @Test
    void deleted_for_good_nothing_of_it_is_left_on_any_side() {
        move(SECOND);
        fleet.archive(scene.slug(), ANNE, "left");
        deletion.ask(scene.slug(), "SIEGVO", ANNE);
        clock.advance(Duration.ofDays(31));

        deletion.delete(scene.slug(), "SIEGVO", ANNE);

        var left = "select (select count(*) from platform.tenant where slug = '%1$s')"
                + " + (select count(*) from pg_namespace where nspname in ('t_%1$s', 'moved_%1$s'))"
                + " + (select count(*) from pg_roles where rolname = 't_%1$s')";
        assertThat(there(left)).isEqualTo("0");
        assertThat(ask(Services.shared().database(), left)).isEqualTo("0");
        assertThat(directory.find(scene.slug())).isEmpty();
    }

    private MoveReport move(String to) {
        return moves.run(scene.slug(), to, ANNE, TransferProgress.SILENT);
    }

    private void mail(Instant due) {
        TenantContext.runAs(scene.tenant(), () -> transaction.executeWithoutResult(status -> write(due)));
    }

    private void write(Instant due) {
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
            filter.doFilter(request, response, (asked, answer) -> serve(method, answer));
            return response.getStatus() + " " + response.getContentAsString();
        } catch (Exception unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }

    /** As the portal does it: it counts when it is asked, and writes when it is sent something. */
    private void serve(String method, ServletResponse answer) throws IOException {
        var agreements = transaction.execute(status -> {
            if (method.equals("POST")) {
                jdbc.sql("update agreement set number = number").update();
            }
            return jdbc.sql("select count(*) from agreement")
                    .query(String.class)
                    .single();
        });
        answer.getWriter().write(agreements);
    }

    private <T> T one(Class<T> type, String sql) {
        return one(scene.tenant(), type, sql);
    }

    private <T> T one(TenantId tenant, Class<T> type, String sql) {
        return TenantContext.callAs(
                tenant,
                () -> transaction.execute(status -> jdbc.sql(sql).query(type).single()));
    }

    private <T> T as(Supplier<T> work) {
        return TenantContext.callAs(scene.tenant(), work::get);
    }

    private String there(String sql) {
        return ask(Services.cluster(), sql);
    }

    private void change(String sql) {
        new JdbcTemplate(owner(Services.cluster())).execute(sql.formatted(scene.slug()));
    }

    private static DataSource owner(Services.Database server) {
        return new DriverManagerDataSource(server.url(), server.ownerUsername(), server.ownerPassword());
    }

    private String ask(Services.Database server, String sql) {
        return JdbcClient.create(owner(server))
                .sql(sql.formatted(scene.slug()))
                .query(String.class)
                .single();
    }

    private static int port(Services.Database database) {
        return URI.create(database.url().substring("jdbc:".length())).getPort();
    }
}
