package fr.ondine.platform.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import fr.ondine.platform.audit.AuditChain;
import fr.ondine.platform.audit.OperatorChain;
import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.customers.ClaimAttempt;
import fr.ondine.platform.customers.ClaimKeys;
import fr.ondine.platform.customers.ClaimProofs;
import fr.ondine.platform.customers.ProofOutcome.Proven;
import fr.ondine.platform.identity.Visitor;
import fr.ondine.platform.imports.Imports;
import fr.ondine.platform.operators.Permission;
import fr.ondine.platform.provider.ClientKind;
import fr.ondine.platform.provider.ClientScope;
import fr.ondine.platform.provider.ClientWish;
import fr.ondine.platform.provider.ProviderClients;
import fr.ondine.platform.staff.StaffRole;
import fr.ondine.platform.tenancy.SealedStore.Older;
import fr.ondine.platform.tenancy.StartRefused;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.tenantconfig.Proof;
import fr.ondine.testing.AnotherPlatform;
import fr.ondine.testing.CaughtMails;
import fr.ondine.testing.ProvenStaff;
import fr.ondine.testing.TestOperators;
import fr.ondine.testing.TestStaff;
import fr.ondine.testing.services.Services;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.transaction.support.TransactionTemplate;

/** The master key of a platform is changed as the handbook says, while people come in and tokens are signed. */
@Tag("long") // each step is a start of the platform
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class VaultRotationTests {

    private static final String OLD = "b25kaW5lLXRlc3RzLW9uZGluZS10ZXN0cy1vbmRpbmU=";
    private static final String NEW = "YW5vdGhlciBtYXN0ZXIga2V5IG9mIDMyIGJ5dGVzISE=";
    private static final int FORMER_KEYS_OF_EACH = 100;

    private final Services services = Services.fresh();
    private final Queue<TestStaff.Known> staff = new ArrayDeque<>();
    private final Queue<TestOperators.Known> operators = new ArrayDeque<>();

    @TempDir
    private static Path documents;

    private ConfigurableApplicationContext node;
    private TransferScene scene;
    private long secrets;

    @BeforeAll
    void a_platform_with_secrets_of_every_kind() {
        node = start(OLD);
        scene = TransferScene.prepare(node.getBean(Fleet.class), node.getBean(Imports.class));
        var people = new TestStaff(node, scene.tenant());
        Stream.generate(people::administrator).limit(5).forEach(staff::add);
        var console = new TestOperators(node);
        Stream.generate(() -> console.come(Permission.VIEW)).limit(3).forEach(operators::add);
        at(
                node,
                () -> node.getBean(ProviderClients.class)
                        .register(
                                ProvenStaff.of(
                                        scene.slug(),
                                        UUID.randomUUID(),
                                        "a@exemple.fr",
                                        "Anne",
                                        StaffRole.ADMINISTRATOR,
                                        0),
                                new ClientWish(
                                        "Relève",
                                        ClientKind.MACHINE,
                                        Set.of(ClientScope.READINGS_WRITE),
                                        List.of(),
                                        null)));
        sql("insert into former_claim_key (id, agreement_id, claim_key, claim_key_mac, replaced_at, replaced_by)"
                + " select uuidv7(), id, claim_key, claim_key_mac, now(), 'test' from agreement,"
                + " generate_series(1, " + FORMER_KEYS_OF_EACH + ") where claim_key is not null");
        at(node, () -> node.getBean(AuditChain.class).verify());
        node.getBean(OperatorChain.class).verify();
        assertThat(node.getBean(VaultRotation.class).check().isDone()).isTrue();
        secrets = secrets();
    }

    @AfterAll
    void end() {
        node.close();
    }

    @Test
    @Order(1)
    void a_process_with_another_key_alone_does_not_begin() {
        assertRefused(
                NEW,
                "ondine.vault.key lacks the key [0-9a-f]{8}, with which secrets of this platform are sealed;"
                        + " it holds [0-9a-f]{8}\\.");
    }

    @Test
    @Order(2)
    void first_every_process_learns_the_new_key_and_goes_on_with_the_old() {
        restart(OLD + "," + NEW);

        everythingOpens();
        assertThat(node.getBean(VaultRotation.class).check().isDone()).isTrue();
    }

    @Test
    @Order(3)
    void then_the_new_one_seals_and_what_is_left_is_told() {
        restart(NEW + "\n" + OLD);

        everythingOpens();
        var found = node.getBean(VaultRotation.class).check();
        assertThat(found.isDone()).isFalse();
        assertThat(found.older().openable()).isGreaterThan(secrets); // notes of the trail are among them
        assertThat(found.older().lost()).isZero();
        assertRefused(NEW, "ondine.vault.key lacks the key .*");
    }

    @Test
    @Order(4)
    void a_rotation_that_is_broken_off_is_begun_again_beside_a_process_of_before_and_nobody_notices() throws Exception {
        var rotation = node.getBean(VaultRotation.class);
        var before = rotation.check().older().openable();
        assertThatThrownBy(() -> rotation.rotate("operator:anne", (place, renewed) -> {
                    throw new IllegalStateException("killed");
                }))
                .hasMessage("killed");
        assertThat(rotation.check().older().openable()).isPositive().isLessThan(before);

        var isOver = new AtomicBoolean();
        try (var former = start(OLD + "," + NEW);
                var threads = Executors.newCachedThreadPool()) {
            var begun = new CountDownLatch(2);
            var signing = Stream.of(former, node)
                    .map(one -> threads.submit(signing(one, begun, isOver)))
                    .toList();
            begun.await();
            var renewed = rotation.rotate("operator:anne", (place, number) -> {});
            comeIn(node);
            comeIn(former);
            isOver.set(true);
            for (Future<Long> signed : signing) {
                assertThat(signed.get()).as("tokens").isPositive();
            }
            assertThat(renewed.isDone()).isTrue();
            assertThat(renewed.renewed()).isPositive();
        }
        assertThat(rotation.check().older()).isEqualTo(Older.NONE);
        assertThat(node.getBean(FleetDirectory.class).acts(scene.slug(), 10))
                .anySatisfy(act ->
                        assertThat(act.action() + " " + act.actor()).isEqualTo("secrets sealed anew operator:anne"));
    }

    @Test
    @Order(5)
    void the_old_key_is_taken_away_and_everything_still_opens() {
        restart(NEW);

        everythingOpens();
        assertThat(node.getBean(VaultRotation.class).check().older()).isEqualTo(Older.NONE);
        at(node, () -> {
            var report = node.getBean(AuditChain.class).verify();
            assertThat(report.broken()).isEmpty();
            assertThat(report.witnesses()).as("of before, signed anew").isPositive();
            return report;
        });
        var ofOperators = node.getBean(OperatorChain.class).verify();
        assertThat(ofOperators.broken()).isEmpty();
        assertThat(ofOperators.witnesses()).as("of before, signed anew").isPositive();
        assertRefused(OLD, "ondine.vault.key lacks the key .*");
    }

    private Callable<Long> signing(ConfigurableApplicationContext one, CountDownLatch begun, AtomicBoolean isOver) {
        return () -> {
            for (var signed = 0L; ; signed++) {
                if (isOver.get()) {
                    return signed;
                }
                sign(one);
                begun.countDown();
            }
        };
    }

    private void everythingOpens() {
        sign(node);
        comeIn(node);
        at(node, () -> {
            assertThat(agreements())
                    .isNotEmpty()
                    .allSatisfy(agreement -> assertThat(
                                    node.getBean(ClaimKeys.class).printed(agreement))
                            .isPresent());
            return claim();
        });
    }

    private Proven claim() {
        var agreement = agreements().getFirst();
        var key = node.getBean(ClaimKeys.class).printed(agreement).orElseThrow();
        var number = query("select number from agreement where id = '" + agreement.value() + "'")
                .getFirst();
        var outcome = node.getBean(ClaimProofs.class)
                .prove(new ClaimAttempt(number, Proof.CLAIM_KEY, key, null), new Visitor("203.0.113.7"));
        assertThat(outcome).isInstanceOf(Proven.class);
        return (Proven) outcome;
    }

    /** Each person once: a code counts once. */
    private void comeIn(ConfigurableApplicationContext one) {
        var anne = Objects.requireNonNull(staff.poll());
        assertThat(new TestStaff(one, scene.tenant()).signedIn(anne).email()).isEqualTo(anne.email());
        var paul = operators.poll();
        if (paul != null) {
            assertThat(new TestOperators(one).signIn(paul).email()).isEqualTo(paul.email());
        }
    }

    private void sign(ConfigurableApplicationContext one) {
        var parameters = JwtEncoderParameters.from(
                JwsHeader.with(SignatureAlgorithm.ES256).build(),
                JwtClaimsSet.builder().subject("somebody").build());
        at(one, () -> one.getBean(JwtEncoder.class).encode(parameters));
    }

    private List<AgreementId> agreements() {
        return query("select id::text from agreement where claim_key is not null order by id").stream()
                .map(id -> new AgreementId(UUID.fromString(id)))
                .toList();
    }

    /** Of the rows of this utility, and of the three operators; notes of trails come by themselves. */
    private long secrets() {
        var rows = at(
                node,
                () -> query("select (select count(*) from agreement where claim_key is not null)"
                        + " + (select count(*) from former_claim_key) + (select count(*) from mandate)"
                        + " + (select count(*) from provider_key) + (select count(*) from staff_member)"));
        return Long.parseLong(rows.getFirst()) + operators.size();
    }

    private List<String> query(String sql) {
        return Objects.requireNonNull(node.getBean(TransactionTemplate.class)
                .execute(status -> node.getBean(JdbcClient.class)
                        .sql(sql)
                        .query(String.class)
                        .list()));
    }

    private void sql(String change) {
        at(
                node,
                () -> node.getBean(TransactionTemplate.class)
                        .execute(status ->
                                node.getBean(JdbcClient.class).sql(change).update()));
    }

    private <T> T at(ConfigurableApplicationContext one, Supplier<T> work) {
        assertThat(one.isActive()).isTrue();
        return TenantContext.<T, RuntimeException>callAs(scene.tenant(), work::get);
    }

    private void restart(String keys) {
        node.close();
        node = start(keys);
    }

    private void assertRefused(String keys, String sentence) {
        var refusal = NestedExceptionUtils.getMostSpecificCause(
                Objects.requireNonNull(catchThrowable(() -> start(keys).close())));
        assertThat(refusal).isInstanceOf(StartRefused.class);
        assertThat(refusal.getMessage()).matches(sentence).doesNotContain(OLD, NEW);
    }

    private ConfigurableApplicationContext start(String keys) {
        var settings = new HashMap<String, Object>(services.properties());
        settings.put("ondine.vault.key", keys);
        settings.put("ondine.console.host", "console.localhost");
        settings.put("ondine.portal.scheme", "http");
        settings.put("ondine.portal.port", "8080");
        settings.put("ondine.imports.rest", "0");
        settings.put("ondine.jobs.patience", "2s");
        settings.put("ondine.documents.directory", documents.toString());
        return AnotherPlatform.start(
                settings,
                "--spring.mail.host=127.0.0.1",
                "--spring.mail.port=" + CaughtMails.shared().port());
    }
}
