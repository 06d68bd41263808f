package fr.ondine.platform.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.platform.customers.Agreements;
import fr.ondine.platform.identity.CurrentUser;
import fr.ondine.platform.identity.PersonName;
import fr.ondine.platform.identity.Profiles;
import fr.ondine.platform.identity.UserId;
import fr.ondine.testing.PlatformTest;
import fr.ondine.testing.Utilities;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** Fifty threads at ten utilities, where the same ids mean somebody else at each: entities, queries, Redis, secrets. */
@PlatformTest
@TestPropertySource(properties = "ondine.jobs.enabled=false")
class FacadeSoakTests {

    private static final int THREADS = 50;
    private static final int UTILITIES = 10;

    /** The same person's id, customer and agreement everywhere. */
    private final UUID id = UUID.randomUUID();

    private final String run = UUID.randomUUID().toString().replace("-", "").substring(0, 8);
    private List<TenantId> tenants;

    @Autowired
    TenantProvisioning provisioning;

    @Autowired
    Profiles profiles;

    @Autowired
    Agreements agreements;

    @Autowired
    TenantRedis redis;

    @Autowired
    Vault vault;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void ten_utilities_with_the_same_ids() {
        tenants = IntStream.range(0, UTILITIES)
                .mapToObj(number -> provisioning.provision(yaml("k" + run + number)))
                .toList();
        tenants.forEach(
                tenant -> TenantContext.runAs(tenant, () -> transaction.executeWithoutResult(status -> fill())));
    }

    @Test
    void nothing_crosses() throws Exception {
        soak(Duration.ofSeconds(3));
    }

    @Test
    @Tag("long")
    void nothing_crosses_for_minutes() throws Exception {
        soak(Duration.ofMinutes(4));
    }

    @AfterEach
    void the_ids_are_nobody_elses() {
        assertThat(tenants).allSatisfy(tenant -> TenantContext.runAs(tenant, this::readsItsOwn));
    }

    private void soak(Duration length) throws Exception {
        var end = System.nanoTime() + length.toNanos();
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            Callable<Long> work = () -> {
                var rounds = 0L;
                for (; System.nanoTime() < end; rounds++) {
                    var tenant = tenants.get(ThreadLocalRandom.current().nextInt(UTILITIES));
                    TenantContext.runAs(tenant, this::readsItsOwn);
                }
                return rounds;
            };
            var done = new ArrayList<Long>();
            for (var rounds :
                    threads.invokeAll(Stream.generate(() -> work).limit(THREADS).toList())) {
                done.add(rounds.get());
            }
            assertThat(done).as("every thread got on").allMatch(rounds -> rounds > 0);
        }
    }

    private CurrentUser somebody() {
        return new CurrentUser(TenantContext.current().slug(), new UserId(id), "a@exemple.fr", "A", 0);
    }

    private void readsItsOwn() {
        var mark = mark();
        switch (ThreadLocalRandom.current().nextInt(6)) {
            case 0 -> assertThat(profiles.of(new UserId(id)).name().lastName()).isEqualTo(mark);
            case 1 ->
                assertThat(profiles.rename(somebody(), new PersonName("Mme", null, mark))
                                .displayName())
                        .contains(mark);
            case 2 ->
                assertThat(agreements.ofUser(new UserId(id)))
                        .singleElement()
                        .satisfies(agreement -> assertThat(agreement.number()).isEqualTo(mark));
            case 3 -> {
                redis.put("note", "soak", mark, Duration.ofMinutes(1));
                assertThat(redis.get("note", "soak")).contains(mark);
            }
            case 4 -> assertThat(vault.decrypt(vault.encrypt(mark))).isEqualTo(mark);
            default ->
                assertThat(transaction.<List<String>>execute(status -> database.sql(
                                        "select last_name || ' ' || current_user from customer where id = ?")
                                .param(id)
                                .query(String.class)
                                .list()))
                        .containsExactly(mark + " " + TenantContext.current().role());
        }
    }

    private static String mark() {
        return "MARK" + TenantContext.current().slug();
    }

    private void fill() {
        var mark = mark();
        insert("premise (id, reference, street, postcode, city) values (?, ?, ?, '57000', 'Metz')", id, mark, mark);
        insert("service_point (id, reference, premise_id, service) values (?, ?, ?, 'WATER')", id, mark, id);
        insert("customer (id, reference, kind, last_name) values (?, ?, 'PERSON', ?)", id, mark, mark);
        insert(
                "agreement (id, number, customer_id, service_point_id, service, payment_method, started_on)"
                        + " values (?, ?, ?, ?, 'WATER', 'ON_INVOICE', date '2020-01-01')",
                id,
                mark,
                id,
                id);
        insert(
                "user_account (id, email, title, last_name, state, created_at) values (?, ?, 'Mme', ?, 'ACTIVE', now())",
                id,
                mark.toLowerCase() + "@exemple.fr",
                mark);
        insert(
                "customer_link (id, user_id, customer_id, proof, linked_at) values (?, ?, ?, 'test', now())",
                id,
                id,
                id);
    }

    private void insert(String row, Object... values) {
        database.sql("insert into " + row).params(values).update();
    }

    private static String yaml(String slug) {
        return Utilities.like(Utilities.SIEGVO, slug);
    }
}
