package fr.ondine.platform.fleet;

import static fr.ondine.platform.fleet.TransferScene.ANNE;
import static fr.ondine.platform.fleet.TransferScene.PASSPHRASE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.migrations.OndineDatabase;
import fr.ondine.migrations.UtilityState;
import fr.ondine.platform.audit.AuditChain;
import fr.ondine.platform.audit.AuditTrail;
import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.customers.ClaimAttempt;
import fr.ondine.platform.customers.ClaimKeys;
import fr.ondine.platform.customers.ClaimProofs;
import fr.ondine.platform.customers.ProofOutcome.NotRecognised;
import fr.ondine.platform.customers.ProofOutcome.Proven;
import fr.ondine.platform.documents.DocumentId;
import fr.ondine.platform.documents.Documents;
import fr.ondine.platform.identity.ActivationRequested;
import fr.ondine.platform.identity.Credentials;
import fr.ondine.platform.identity.NewAccount;
import fr.ondine.platform.identity.Registration;
import fr.ondine.platform.identity.SignInRefused;
import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.identity.Visitor;
import fr.ondine.platform.imports.Imports;
import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.receivables.Ledger;
import fr.ondine.platform.receivables.ReceivableId;
import fr.ondine.platform.tenancy.Jobs;
import fr.ondine.platform.tenancy.Serving;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.platform.tenancy.Tenants;
import fr.ondine.platform.tenancy.Vault;
import fr.ondine.tenantconfig.Proof;
import fr.ondine.testing.AnotherPlatform;
import fr.ondine.testing.PlatformTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;

/** A utility leaves one platform as one file and lives on another, with another master key and under another name. */
@PlatformTest
@RecordApplicationEvents
class UtilityTransferTests {

    private static final String SEALED = "(select claim_key from agreement where claim_key is not null order by id)"
            + " union all (select iban from mandate order by id)";
    private static final Visitor VISITOR = new Visitor("203.0.113.7");

    @Autowired
    Fleet fleet;

    @Autowired
    UtilityExport exports;

    @Autowired
    Imports imports;

    @Autowired
    OndineDatabase database;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Jobs jobs;

    @Autowired
    ClaimKeys keys;

    @Autowired
    Ledger ledger;

    @Autowired
    Documents documents;

    @Autowired
    Vault vault;

    @Autowired
    Registration registration;

    @Autowired
    ApplicationEvents events;

    @TempDir
    Path folder;

    TransferScene scene;
    TenantId copy;
    OndineDatabase databaseThere;

    /** One that has arrived there under another name, for tests that change it on neither side. */
    private static @Nullable TransferScene arrived;

    @BeforeEach
    void a_utility_and_another_platform(TestInfo test) {
        var isToStay = test.getTags().contains("as-it-arrived");
        scene = isToStay && arrived != null ? arrived : TransferScene.prepare(fleet, imports);
        copy = new TenantId("copie_" + scene.slug());
        databaseThere = AnotherPlatform.bean(OndineDatabase.class);
        if (isToStay && arrived == null) {
            waitingMail("https://x.localhost/compte/8f2d7c51b6");
            var exported = export();
            assertThat(importAs(copy, exported).rows())
                    .isEqualTo(exported.rows())
                    .isGreaterThan(300);
            assertThat(exported.documents()).isPositive();
            arrived = scene;
        }
    }

    @Test
    @Tag("as-it-arrived")
    void every_row_arrives_and_every_secret_opens_to_the_same() throws IOException {
        assertThat(TransferScene.rows(databaseThere, copy.slug()))
                .isEqualTo(TransferScene.rows(database, scene.slug()));
        assertThat(secretsThere()).isEqualTo(secrets()).isNotEmpty();
    }

    @Test
    @Tag("as-it-arrived")
    void its_portal_is_open_there_under_its_new_name() {
        var tenants = AnotherPlatform.bean(Tenants.class);
        assertThat(tenants.byHost(host(copy))).contains(copy);
        assertThat(tenants.byHost(scene.slug() + ".localhost")).isEmpty();
        assertThat(tenants.serving(copy)).isEqualTo(Serving.OPEN);
        assertThat(AnotherPlatform.bean(FleetDirectory.class).history(copy.slug()))
                .extracting(ConfigurationVersion::version)
                .containsExactly(2, 1);
    }

    @Test
    void under_its_own_name_its_configuration_and_its_history_stay_what_they_are() {
        fleet.configure(
                scene.slug(), TransferScene.yaml(scene.slug()).replace("#0b5394", "#00523c"), ANNE, "new colours");

        importAs(scene.tenant(), export());

        var there = AnotherPlatform.bean(FleetDirectory.class);
        assertThat(there.configuration(scene.slug())).contains("#00523c");
        assertThat(there.history(scene.slug()))
                .extracting(version -> version.version() + " " + version.appliedBy() + " " + version.reason())
                .containsExactly("2 operator:anne new colours", "1 operator:anne ");
    }

    @Test
    @Tag("as-it-arrived")
    void a_contract_is_claimed_there_by_the_key_on_its_invoice() {
        var agreement = anAgreementWithAKey();
        var printed = TenantContext.callAs(scene.tenant(), () -> keys.printed(agreement))
                .orElseThrow();
        var number = one(String.class, "select number from agreement where id = '" + agreement.value() + "'");
        TenantContext.runAs(copy, () -> {
            var proofs = AnotherPlatform.bean(ClaimProofs.class);
            var right = new ClaimAttempt(number, Proof.CLAIM_KEY, printed, null);
            var wrong = new ClaimAttempt(number, Proof.CLAIM_KEY, "AAAA2222", null);
            assertThat(proofs.prove(wrong, VISITOR)).isInstanceOf(NotRecognised.class);
            assertThat(proofs.prove(right, VISITOR)).isInstanceOf(Proven.class);
            assertThat(AnotherPlatform.bean(ClaimKeys.class).printed(agreement)).contains(printed);
        });
    }

    @Test
    void a_subscriber_signs_in_there_with_the_same_password_and_no_other() {
        var email = new EmailAddress("marie@exemple.fr");
        var here = signedUp(email);

        importAs(copy, export());

        TenantContext.runAs(copy, () -> {
            var there = AnotherPlatform.bean(Credentials.class);
            assertThat(there.signIn(email.value(), "trois chevaux gris", VISITOR)
                            .userId())
                    .isEqualTo(here);
            assertThatThrownBy(() -> there.signIn(email.value(), "trois chevaux noirs", VISITOR))
                    .isInstanceOf(SignInRefused.class);
        });
    }

    @Test
    void what_is_written_during_the_export_is_in_all_of_it_or_in_nothing() throws IOException {
        var before = TransferScene.rows(database, scene.slug());
        var written = new AtomicBoolean();

        var exported = exports.run(scene.slug(), file(), PASSPHRASE, ANNE, (step, done) -> {
            if (!written.getAndSet(true)) {
                pay(); // the tables of the ledger are read later
            }
        });
        importAs(copy, exported);

        assertThat(TransferScene.rows(databaseThere, copy.slug())).isEqualTo(before);
        assertThat(TransferScene.rows(database, scene.slug())).isNotEqualTo(before);
    }

    @Test
    @Tag("as-it-arrived")
    void documents_arrive_byte_for_byte_and_balances_are_the_same() {
        var originals = all(UUID.class, "select document_id from invoice where document_id is not null");
        assertThat(originals).isNotEmpty();
        for (var original : originals) {
            var id = new DocumentId(original);
            assertThat(TenantContext.callAs(
                                    copy,
                                    () -> AnotherPlatform.bean(Documents.class).content(id))
                            .bytes())
                    .isEqualTo(TenantContext.callAs(scene.tenant(), () -> documents.content(id))
                            .bytes());
        }
        var invoices = all(UUID.class, "select id from invoice").stream()
                .map(ReceivableId::new)
                .toList();
        assertThat(balances(copy, AnotherPlatform.bean(Ledger.class), invoices))
                .isEqualTo(balances(scene.tenant(), ledger, invoices))
                .isNotEmpty();
    }

    private static List<Money> balances(TenantId tenant, Ledger books, List<ReceivableId> invoices) {
        return TenantContext.callAs(
                tenant, () -> invoices.stream().map(books::balance).toList());
    }

    @Test
    @Tag("as-it-arrived")
    void what_only_grows_only_grows_there_too() {
        var there = AnotherPlatform.bean(JdbcClient.class);
        for (var change :
                List.of("update posting set amount = 1", "delete from ledger_entry", "delete from audit_entry")) {
            assertThatThrownBy(() -> TenantContext.callAs(
                            copy,
                            () -> AnotherPlatform.bean(TransactionTemplate.class)
                                    .execute(status -> there.sql(change).update())))
                    .isInstanceOf(DataAccessException.class)
                    .hasStackTraceContaining("permission denied");
        }
    }

    @Test
    void its_audit_trail_is_whole_there_and_goes_on() {
        importAs(copy, export());
        TenantContext.runAs(copy, () -> {
            var chain = AnotherPlatform.bean(AuditChain.class);
            var arrived = chain.verify();
            assertThat(arrived.broken()).isEmpty();
            AnotherPlatform.bean(TransactionTemplate.class)
                    .executeWithoutResult(
                            status -> AnotherPlatform.bean(AuditTrail.class).record("system", "tested", "x:1", ""));
            assertThat(chain.verify().broken()).isEmpty();
            assertThat(chain.verify().linked()).isEqualTo(arrived.linked() + 1);
        });
    }

    @Test
    void no_secret_is_in_the_file_in_clear_nor_under_the_platforms_key() throws IOException {
        signedUp(new EmailAddress("marie@exemple.fr"));
        waitingMail("https://x.localhost/compte/8f2d7c51b6");
        var secrets = secrets();
        var sealed = all(byte[].class, "select claim_key from agreement where claim_key is not null");

        var file = Path.of(export().file());

        var content = new StringBuilder();
        try (var zip = new ZipFile(file.toFile())) {
            for (var entry : zip.stream().toList()) {
                content.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        assertThat(all(String.class, "select password_hash from user_account"))
                .isNotEmpty()
                .allSatisfy(hash -> assertThat(content).doesNotContain(hash));
        assertThat(TransferScene.files("target/documents", scene.slug()))
                .allSatisfy((name, document) -> assertThat(document).startsWith("%PDF"));
        assertThat(content).doesNotContain("8f2d7c51b6").doesNotContain("%PDF");
        assertThat(secrets).allSatisfy(secret -> assertThat(content).doesNotContain(secret));
        assertThat(sealed)
                .allSatisfy(bytes ->
                        assertThat(content).doesNotContain(HexFormat.of().formatHex(bytes)));
        assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
    }

    @Test
    void a_passphrase_is_made_up_when_none_is_given_and_a_short_one_refused() {
        var made = exports.run(scene.slug(), file(), "", ANNE, TransferProgress.SILENT);

        assertThat(made.passphrase()).matches("([2-9A-Z]{5}-){5}[2-9A-Z]{5}");
        assertThat(importAs(copy, made).utility().state()).isEqualTo(UtilityState.READY);
        assertThatThrownBy(() -> exports.run(scene.slug(), file(), "too short", ANNE, TransferProgress.SILENT))
                .hasMessageContaining("passphrase-short");
    }

    @Tag("long")
    @Test
    void work_that_waits_is_done_by_the_side_that_lives() throws IOException {
        TenantContext.runAs(
                scene.tenant(),
                () -> transaction.executeWithoutResult(
                        status -> jobs.enqueue("send-mail", UUID.randomUUID(), Instant.parse("2099-01-01T00:00:00Z"))));

        var whileItLives = importAs(copy, export());
        assertThat(whileItLives.jobs()).isZero();
        assertThat(TransferScene.jobs(databaseThere, copy.slug())).isEmpty();

        fleet.archive(scene.slug(), ANNE, "leaves");
        var whenItLeft = importAs(scene.tenant(), export());
        assertThat(whenItLeft.jobs()).isOne();
        assertThat(TransferScene.jobs(databaseThere, scene.slug()))
                .isEqualTo(TransferScene.jobs(database, scene.slug()));
    }

    @Test
    @Tag("long")
    void one_that_is_opened_again_while_its_rest_is_waited_for_is_no_closed_original() throws Exception {
        fleet.archive(scene.slug(), ANNE, "leaves");
        try (var another = Executors.newVirtualThreadPerTaskExecutor()) {
            var opened = another.submit(() -> {
                Thread.sleep(1000); // its rest takes three seconds to be sure of
                return fleet.resume(scene.slug(), ANNE, "stays");
            });
            var exported = export();
            assertThat(opened.get().state()).isEqualTo(UtilityState.READY);
            try (var file = ArrivingFile.open(Path.of(exported.file()), PASSPHRASE)) {
                assertThat(file.manifest().originalIsClosed()).isFalse();
            }
        }
    }

    @Test
    void a_file_that_is_there_is_not_overwritten_and_a_failed_export_leaves_none() throws IOException {
        var file = Files.writeString(file(), "precious");
        assertThatThrownBy(() -> exports.run(scene.slug(), file, PASSPHRASE, ANNE, TransferProgress.SILENT))
                .hasMessageContaining("file-there");
        assertThat(file).hasContent("precious");

        var document = one(UUID.class, "select id from document limit 1");
        Files.writeString(
                Path.of("target/documents", scene.slug(), document.toString().substring(0, 2), "" + document), "other");
        assertThatThrownBy(this::export)
                .isInstanceOf(TransferRefused.class)
                .hasMessageContaining("document-damaged")
                .hasMessageContaining(document.toString());
        assertThat(folder.toFile().list()).containsExactly(file.getFileName().toString());
    }

    private UserId signedUp(EmailAddress email) {
        return TenantContext.callAs(scene.tenant(), () -> {
            registration.signUp(new NewAccount(email, "trois chevaux gris"), VISITOR);
            var link = events.stream(ActivationRequested.class).toList().getLast();
            registration.activate(link.token(), "trois chevaux gris");
            return link.user();
        });
    }

    private void waitingMail(String link) {
        TenantContext.runAs(
                scene.tenant(),
                () -> transaction.executeWithoutResult(
                        status -> jdbc.sql("insert into mail (id, recipient, subject, html, plain, created_at)"
                                        + " values (?, 'marie@exemple.fr', 'Votre compte', ?, ?, now())")
                                .params(UUID.randomUUID(), "<a href='" + link + "'>", "Été :\n\t" + link)
                                .update()));
    }

    private void pay() {
        var invoice = one(UUID.class, "select id from invoice limit 1");
        TenantContext.runAs(
                scene.tenant(),
                () -> transaction.executeWithoutResult(status -> {
                    var entry = UUID.randomUUID();
                    jdbc.sql("insert into ledger_entry (id, kind, source, effective_on, recorded_at, description)"
                                    + " values (?, 'PAYMENT', ?, '2026-11-23', now(), 'during the export')")
                            .params(entry, entry.toString())
                            .update();
                    jdbc.sql("insert into posting (entry_id, position, account, agreement_id, invoice_id, amount)"
                                    + " select ?, n, a, agreement_id, case n when 1 then id end, 10 - 20 * (2 - n)"
                                    + " from invoice, (values (1, 'RECEIVABLE'), (2, 'BANK')) as sides (n, a)"
                                    + " where id = ?")
                            .params(entry, invoice)
                            .update();
                }));
    }

    private ExportReport export() {
        return exports.run(scene.slug(), file(), PASSPHRASE, ANNE, TransferProgress.SILENT);
    }

    private Path file() {
        return folder.resolve(UUID.randomUUID() + ".ondine.zip");
    }

    private ImportReport importAs(TenantId tenant, ExportReport exported) {
        var isRenamed = !tenant.equals(scene.tenant());
        return AnotherPlatform.bean(UtilityImport.class)
                .run(
                        new ImportOrder(
                                Path.of(exported.file()),
                                exported.passphrase().isEmpty() ? PASSPHRASE : exported.passphrase(),
                                isRenamed ? tenant.slug() : "",
                                isRenamed ? List.of(host(tenant)) : List.of(),
                                false,
                                ANNE),
                        TransferProgress.SILENT);
    }

    private static String host(TenantId tenant) {
        return tenant.slug().replace('_', '-') + ".localhost";
    }

    private AgreementId anAgreementWithAKey() {
        return new AgreementId(
                one(UUID.class, "select id from agreement where claim_key is not null order by number limit 1"));
    }

    private List<String> secrets() {
        return all(byte[].class, SEALED).stream()
                .map(bytes -> TenantContext.callAs(scene.tenant(), () -> vault.decrypt(bytes)))
                .toList();
    }

    private List<String> secretsThere() {
        var there = AnotherPlatform.bean(JdbcClient.class);
        var found = TenantContext.callAs(
                copy,
                () -> AnotherPlatform.bean(TransactionTemplate.class)
                        .execute(status -> there.sql(SEALED).query(byte[].class).list()));
        return found.stream()
                .map(bytes -> TenantContext.callAs(
                        copy, () -> AnotherPlatform.bean(Vault.class).decrypt(bytes)))
                .toList();
    }

    private <T> T one(Class<T> type, String sql) {
        return all(type, sql).getFirst();
    }

    private <T> List<T> all(Class<T> type, String sql) {
        return TenantContext.callAs(
                scene.tenant(),
                () -> transaction.execute(status -> jdbc.sql(sql).query(type).list()));
    }
}
