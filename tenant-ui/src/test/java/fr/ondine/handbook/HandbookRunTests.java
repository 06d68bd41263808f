package fr.ondine.handbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.ondine.demo.data.DemoData;
import fr.ondine.demo.data.DemoUtility;
import fr.ondine.platform.documents.Documents;
import fr.ondine.platform.fleet.VaultRotation;
import fr.ondine.platform.provider.ClientKind;
import fr.ondine.platform.provider.ClientScope;
import fr.ondine.platform.provider.ClientWish;
import fr.ondine.platform.provider.ProviderClients;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.StaffRole;
import fr.ondine.platform.tenancy.Jobs;
import fr.ondine.platform.tenancy.SealedStore.Older;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.testing.CaughtMails;
import fr.ondine.testing.Utilities;
import fr.ondine.testing.services.FreePorts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * An operator types what the handbook says of utilities, from the first command to the last, and it does what the page says
 * it does. Each step goes on where the one before it ended.
 */
@Tag("long") // each command is a start of the platform
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HandbookRunTests {

    private static final TenantId SIEGVO = new TenantId("siegvo");
    private static final String HOST = "siegvo.ondine.fr";
    private static final String THE_PASSWORDS_OF_OTHER_SERVERS =
            " --from-literal=spring.data.redis.password=REDIS --from-literal=spring.mail.username=ondine"
                    + " --from-literal=spring.mail.password=SMTP";
    private static final String PUT_BACK = "Put one back";

    private final Handbook handbook = Handbook.read();

    @TempDir
    private static Path folder;

    private RecoverableServers servers;
    private OperatorShell shell;
    private Installation installation;
    private Kept exported;

    @BeforeAll
    void an_installation() throws IOException, SQLException {
        servers = RecoverableServers.start(folder.resolve("backup"));
        shell = OperatorShell.in(folder);
        shell.tell("SUPERUSER", servers.superuser());
        shell.tell("POSTGRES", servers.programs().toString());
        shell.tell("REDIS", String.valueOf(servers.services().redis().port()));
        var settings = Installation.settings(servers, shell);
        shell.tell("SPRING_APPLICATION_JSON", Installation.json(settings));
        shell.call(THE_PASSWORDS_OF_OTHER_SERVERS, "");
        shell.call("sk_live_…", "sk_live_1");
        shell.call("whsec_…", "whsec_1");
        for (var given : new String[] {"ondine-fr.crt", "ondine-fr.key"}) {
            Files.createFile(shell.here().resolve(given));
        }
        var install = handbook.below("Install");
        assertThat(install.getFirst()).startsWith("./ondine package\ndocker build"); // of another test
        install.subList(1, install.size()).forEach(shell::type);
        installation = Installation.start(settings);
    }

    @AfterAll
    void its_end() {
        installation.close();
        servers.close();
    }

    @Test
    @Order(1)
    void the_first_operator_is_invited() {
        assertThat(CaughtMails.shared().await("anne@exploitant.fr").link().getHost())
                .isEqualTo("console.ondine.fr");
    }

    @Test
    @Order(2)
    void a_utility_is_added_with_its_administrator_its_data_and_its_secrets() throws IOException {
        Files.writeString(
                shell.here().resolve("siegvo.yaml"),
                Utilities.yaml(Utilities.SIEGVO).replace("siegvo.localhost", HOST));
        DemoData.writeFirst(
                DemoUtility.SIEGVO, LocalDate.of(2026, 11, 23), shell.here().resolve("siegvo.zip"));

        handbook.below("Add a utility").forEach(shell::type);

        installation.awaitServed(HOST);
        assertThat(CaughtMails.shared().await("chef@siegvo.fr").link().getHost())
                .isEqualTo(HOST);
        var kept = Kept.of("siegvo", installation);
        assertThat(kept.rows()).containsEntry("staff_member", 1L);
        assertThat(kept.rows().get("invoice")).isPositive();
        assertThat(kept.documents()).isNotEmpty();
        installation.restart();
        assertThat(installation.setting("ondine.stripe.siegvo.secret-key")).isEqualTo("sk_live_1");
    }

    @Test
    @Order(3)
    void what_a_release_would_change_is_told_a_utility_is_taken_up_again_and_goes_back() {
        var upgrade = handbook.below("Upgrade").stream().map(shell::type).toList();

        assertThat(upgrade.getFirst()).contains("-- nothing to do");
        assertThat(upgrade.getLast()).contains("siegvo");
        assertThat(shell.type(handbook.below("OndineUtilityUnserved").getFirst()))
                .contains("0 utilities");
        shell.type(handbook.below("Roll back").getLast());
    }

    @Test
    @Order(4)
    void a_utility_is_written_to_a_file_by_hand_and_each_night() throws IOException, SQLException {
        servers.baseBackup(shell.here().resolve("base"));
        waits("as exported");
        exported = Kept.of("siegvo", installation);
        assertThat(exported.jobs()).hasSize(1);

        handbook.below("One utility, as a file").forEach(shell::type);

        assertThat(shell.here().resolve("siegvo-export.zip")).isNotEmptyFile();
        try (var files = Files.newDirectoryStream(shell.here(), "siegvo-20??-??-??.zip");
                var nightly = new ZipFile(files.iterator().next().toFile())) {
            assertThat(nightly.getEntry("manifest.json")).isNotNull();
        }
        assertThat(shell.pod("tmp")).isDirectoryNotContaining("glob:**.zip.part");
        assertThat(shell.pod("tmp").resolve("nightly.zip")).doesNotExist();
    }

    @Test
    @Order(5)
    void it_is_looked_at_under_another_name_and_put_away() {
        var look = handbook.below("Look at what a utility was");

        shell.type(look.getFirst());

        installation.awaitServed("siegvo-avant.ondine.fr");
        var copy = Kept.of("siegvo_avant", installation);
        assertThat(copy.rows()).isEqualTo(exported.rows());
        assertThat(copy.documents()).isEqualTo(exported.documents());
        assertThat(copy.jobs()).isEmpty();

        shell.type(look.getLast());
        await().atMost(Duration.ofSeconds(30)).until(() -> installation.status("siegvo-avant.ondine.fr") == 421);
        assertThat(installation.status(HOST)).isEqualTo(200);
    }

    @Test
    @Order(6)
    void a_broken_one_is_put_back_with_its_documents_and_the_work_that_waited() throws SQLException {
        waits("after the export");
        breakIt();

        var said = shell.type(handbook.below(PUT_BACK).getFirst());

        assertThat(said).contains("possible after", "1 waiting jobs", "whole: ");
        installation.awaitServed(HOST);
        assertThat(Kept.of("siegvo", installation)).isEqualTo(exported);
    }

    @Test
    @Order(7)
    void one_of_which_there_is_no_file_comes_out_of_the_backup() throws IOException, SQLException {
        TenantContext.runAs(
                SIEGVO,
                () -> installation
                        .bean(Documents.class)
                        .store("neuf.pdf", "application/pdf", new ByteArrayInputStream(new byte[] {1, 2, 3})));
        waits("before the moment");
        var then = Kept.of("siegvo", installation);
        assertThat(then.documents()).hasSize(exported.documents().size() + 1);
        var moment = servers.moment();
        breakIt();
        servers.archived();
        var port = FreePorts.one();
        shell.call("/backup/wal", servers.archive().toString());
        shell.call("2027-03-03 02:00:00+01", moment);
        shell.call("-p 5432", "-p " + port);
        shell.call("//db-avant.databases/", "//localhost:" + port + "/");

        handbook.below("One utility out of last night's backup").forEach(shell::type);
        shell.type(handbook.below(PUT_BACK).getFirst());

        installation.awaitServed(HOST);
        assertThat(Kept.of("siegvo", installation)).isEqualTo(then);
    }

    @Test
    @Order(8)
    void the_master_key_is_changed_and_the_old_one_taken_away() throws IOException {
        var secret = shell.pod("run/secrets/ondine/application/ondine.vault.key");
        var old = Files.readString(secret).strip();
        for (var step : handbook.below("The master key")) {
            var said = shell.type(step);
            if (step.contains(" vault rotate")) {
                assertThat(said).contains(" secrets sealed anew, 0 still under another key");
            } else {
                installation.restart();
            }
        }

        assertThat(Files.readString(secret).strip()).hasSameSizeAs(old).isNotEqualTo(old);
        installation.awaitServed(HOST);
        var found = installation.bean(VaultRotation.class).check();
        assertThat(found.older()).isEqualTo(Older.NONE);
        assertThat(found.others()).isEmpty();
    }

    @Test
    @Order(9)
    void the_password_of_the_application_is_changed() throws IOException, SQLException {
        var secret = shell.pod("run/secrets/ondine/application/ondine.database.app-password");
        var hash = "select rolpassword from pg_authid where rolname = 'ondine_app'";
        var before = Files.readString(secret) + servers.answer("postgres", hash);

        shell.type(handbook.below("Rotate secrets").getFirst());
        installation.restart();

        installation.awaitServed(HOST);
        assertThat(before).doesNotContain(Files.readString(secret)).doesNotContain(servers.answer("postgres", hash));
    }

    @Test
    @Order(10)
    void a_key_of_a_provider_is_turned_once_every_program_can_know_the_next() throws SQLException {
        var turn = handbook.below("Rotate secrets").getLast();
        TenantContext.runAs(
                SIEGVO,
                () -> installation
                        .bean(ProviderClients.class)
                        .register(
                                new CurrentStaff(
                                                "siegvo",
                                                UUID.randomUUID(),
                                                "chef@siegvo.fr",
                                                "Chef",
                                                StaffRole.ADMINISTRATOR,
                                                0)
                                        .provenAt(Instant.now()),
                                new ClientWish(
                                        "Compteurs",
                                        ClientKind.MACHINE,
                                        Set.copyOf(ClientScope.of(ClientKind.MACHINE)),
                                        List.of(),
                                        null)));
        var active = "select id from t_siegvo.provider_key where state = 'ACTIVE'";
        var first = servers.answer("ondine", active);

        shell.refuses(turn);
        assertThat(servers.answer("ondine", active)).isEqualTo(first);
        servers.run("ondine", "update t_siegvo.provider_key set created_at = created_at - interval '2 days'");
        shell.type(turn);

        assertThat(servers.answer("ondine", active)).isNotEqualTo(first);
    }

    @Test
    @Order(11)
    void everybody_is_signed_out_and_it_is_known_who_ordered_it() throws SQLException {
        assertThat(shell.type(handbook.below("After a suspected theft").getFirst()))
                .contains("siegvo: ", "have to sign in again");
        assertThat(servers.answer(
                        "ondine",
                        "select actor from platform.operator_audit where slug = 'siegvo'"
                                + " and action = 'everybody signed out'"))
                .isEqualTo("operator:anne");
    }

    @Test
    @Order(12)
    void a_utility_goes_to_a_postgres_that_was_added() throws SQLException {
        var second = SecondPostgres.start();
        shell.tell("SUPERUSER_OF_THE_SECOND", second.superuser());
        var kept = Kept.of("siegvo", installation);
        var add = handbook.below("Add a PostgreSQL");

        shell.type(add.getFirst());
        installation.tell("ondine.database.clusters.second.url", second.url());
        shell.tell("SPRING_APPLICATION_JSON", installation.json());
        var steps = add.getLast().lines().toList();
        steps.stream().filter(step -> !step.contains(" tenant move ")).forEach(shell::type);
        installation.restart();
        steps.stream().filter(step -> step.contains(" tenant move ")).forEach(shell::type);

        installation.awaitServed(HOST);
        assertThat(servers.answer("ondine", "select cluster from platform.tenant where slug = 'siegvo'"))
                .isEqualTo("second");
        assertThat(servers.answer("ondine", "select count(*) from pg_namespace where nspname = 't_siegvo'"))
                .isEqualTo("0");
        assertThat(Kept.of("siegvo", installation).rows()).isEqualTo(kept.rows());
    }

    @Test
    @Order(13)
    void all_of_them_come_back_without_anybody_signed_in() {
        var redis = new AskedRedis(servers.services().redis().port());
        redis.answer("SET session 1");
        installation.close();

        assertThat(shell.type(handbook.below("All of them").getFirst())).contains("0 utilities");
        assertThat(redis.answer("DBSIZE")).isEqualTo(":0");

        installation.restart();
        installation.awaitServed(HOST);
    }

    /** What is left is of Helm, Kubernetes and the image alone, and the chart's tests read it. */
    @Test
    @Order(14)
    void no_command_of_the_page_was_left_out() {
        assertThat(handbook.blocks().stream().flatMap(block -> block.text().lines()))
                .filteredOn(line -> !shell.typed().contains(line))
                .isNotEmpty()
                .allMatch(line -> line.matches("(helm|docker|\\./ondine) .*")
                        || line.startsWith("kubectl ") && !line.contains(" exec "));
    }

    private void breakIt() throws SQLException {
        servers.run("ondine", "delete from t_siegvo.invoice_line");
        assertThat(Kept.of("siegvo", installation).rows()).containsEntry("invoice_line", 0L);
    }

    private void waits(String what) {
        TenantContext.runAs(
                SIEGVO,
                () -> installation
                        .bean(TransactionTemplate.class)
                        .executeWithoutResult(status -> installation
                                .bean(Jobs.class)
                                .enqueue(
                                        "send-mail",
                                        UUID.nameUUIDFromBytes(what.getBytes(StandardCharsets.UTF_8)),
                                        Instant.parse(Kept.FAR + "T00:00:00Z"))));
    }
}
