package fr.ondine.platform.tenancy;

import static fr.ondine.testing.Utilities.ILEO;
import static fr.ondine.testing.Utilities.MALESHERBOIS;
import static fr.ondine.testing.Utilities.SIEGVO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import fr.ondine.testing.PlatformTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** Work that is done later or elsewhere is done for the utility that asked for it, or not at all. */
@PlatformTest
@Import(TenantJobTests.Work.class)
@TestPropertySource(properties = "ondine.jobs.heartbeat=250ms")
class TenantJobTests {

    private static final List<TenantId> UTILITIES = List.of(SIEGVO, MALESHERBOIS, ILEO);

    @Autowired
    Jobs jobs;

    @Autowired
    NotingJob noted;

    @Autowired
    Listener listener;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    AsyncTaskExecutor applicationTaskExecutor;

    @Autowired
    Tenants tenants;

    @Autowired
    TenantRedis redis;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @TestConfiguration
    static class Work {

        @Bean
        NotingJob notingJob(JdbcClient database, TransactionTemplate transaction) {
            return new NotingJob(database, transaction);
        }

        @Bean
        Listener listener() {
            return new Listener();
        }
    }

    record Happened(TenantId tenant) implements TenantEvent {}

    static class Listener {

        final List<TenantId> heard = new ArrayList<>();

        @EventListener
        void on(Happened event) {
            heard.add(event.tenant());
        }
    }

    /** Notes for whom each of its runs was: the bound utility and the role of the database. */
    static class NotingJob implements TenantJob {

        static final String NAME = "noting";
        final Map<UUID, String> runs = new ConcurrentHashMap<>();
        private final JdbcClient database;
        private final TransactionTemplate transaction;

        NotingJob(JdbcClient database, TransactionTemplate transaction) {
            this.database = database;
            this.transaction = transaction;
        }

        @Override
        public String name() {
            return NAME;
        }

        @Override
        public void run(UUID id) {
            var role = transaction.execute(status -> database.sql("select current_user::text")
                    .query(String.class)
                    .single());
            runs.put(id, TenantContext.current() + "/" + role);
        }

        @Override
        public Duration retryAfter(int failures) {
            return Duration.ofMillis(200);
        }
    }

    @Test
    void a_job_runs_for_the_utility_that_enqueued_it() {
        var wanted = new ConcurrentHashMap<UUID, String>();
        for (var number = 0; number < 60; number++) {
            var tenant = UTILITIES.get(number % 3);
            wanted.put(enqueued(tenant, UUID.randomUUID()), tenant + "/t_" + tenant);
        }

        await().atMost(Duration.ofSeconds(30)).until(() -> noted.runs.keySet().containsAll(wanted.keySet()));

        assertThat(noted.runs).containsAllEntriesOf(wanted);
    }

    @Test
    void the_same_id_at_two_utilities_is_two_jobs() {
        var id = UUID.randomUUID();
        enqueued(SIEGVO, id);
        await().until(() -> noted.runs.getOrDefault(id, "").startsWith("siegvo/"));
        enqueued(ILEO, id);
        await().until(() -> noted.runs.getOrDefault(id, "").startsWith("ileo/"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../ileo/%s/x", "/ileo/%s", "ileo/%s/x", "x' , 'ileo/%s", "t_ileo/%s"})
    void no_instance_name_makes_it_anothers(String forged) {
        var id = UUID.randomUUID();
        TenantContext.runAs(
                SIEGVO,
                () -> transaction.executeWithoutResult(
                        status -> database.sql("select platform.enqueue('noting', ?, now())::text")
                                .param(forged.formatted(id))
                                .query(String.class)
                                .list()));
        var after = enqueued(ILEO, UUID.randomUUID());
        await().until(() -> noted.runs.containsKey(after));

        assertThat(noted.runs).doesNotContainKey(id);
        assertThat(rows("task_instance like 'siegvo/%" + id + "%'")).isEqualTo(1);
        forget(id.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody/%s/1", "NOBODY/%s/1", "%s", "siegvo/none/%s", "/%s/", "siegvo/%s-x/1"})
    void a_job_of_nobody_stays_and_harms_nobody(String instance) {
        var id = UUID.randomUUID();
        put(instance.formatted(id), false);
        var others = UTILITIES.stream()
                .map(tenant -> enqueued(tenant, UUID.randomUUID()))
                .toList();

        await().until(() -> noted.runs.keySet().containsAll(others));
        assertThat(noted.runs).doesNotContainKey(id);
        assertThat(rows("task_instance like '%" + id + "%'")).isEqualTo(1);
        forget(id.toString());
    }

    @Test
    void what_a_crashed_process_had_begun_is_done_for_its_own_utility() {
        var ids = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        for (var number = 0; number < 3; number++) {
            put(UTILITIES.get(number) + "/" + ids.get(number) + "/1", true);
        }

        await().atMost(Duration.ofSeconds(20)).until(() -> noted.runs.keySet().containsAll(ids));

        for (var number = 0; number < 3; number++) {
            var tenant = UTILITIES.get(number);
            assertThat(noted.runs.get(ids.get(number))).isEqualTo(tenant + "/t_" + tenant);
        }
    }

    @Test
    void nobody_enqueues_without_a_utility() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(
                        status -> jobs.enqueue(NotingJob.NAME, UUID.randomUUID(), Instant.EPOCH)))
                .rootCause()
                .hasMessageContaining("no tenant is bound");
    }

    @Test
    void an_event_of_one_utility_is_not_heard_in_the_work_for_another() {
        assertThatThrownBy(() -> TenantContext.runAs(ILEO, () -> events.publishEvent(new Happened(SIEGVO))))
                .isInstanceOf(IllegalStateException.class);
        assertThat(listener.heard).isEmpty();

        TenantContext.runAs(SIEGVO, () -> events.publishEvent(new Happened(SIEGVO)));

        assertThat(listener.heard).containsExactly(SIEGVO);
    }

    @Test
    void another_thread_works_for_nobody() throws Exception {
        var threads = TenantContext.callAs(SIEGVO, () -> {
            try (var virtual = Executors.newVirtualThreadPerTaskExecutor();
                    var platform = Executors.newFixedThreadPool(1)) {
                return List.<Future<Boolean>>of(
                        virtual.submit(this::isRefusedEverything),
                        platform.submit(this::isRefusedEverything),
                        applicationTaskExecutor.submit(this::isRefusedEverything),
                        CompletableFuture.supplyAsync(this::isRefusedEverything));
            }
        });

        for (var thread : threads) {
            assertThat(thread.get()).isTrue();
        }
    }

    private boolean isRefusedEverything() {
        assertThat(TenantContext.isBound()).isFalse();
        assertThatThrownBy(() -> tenants.current()).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> redis.get("note", "1")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(
                        () -> transaction.executeWithoutResult(status -> database.sql("select count(*) from customer")
                                .query(Long.class)
                                .single()))
                .isInstanceOf(RuntimeException.class);
        return true;
    }

    private UUID enqueued(TenantId tenant, UUID id) {
        TenantContext.runAs(
                tenant,
                () -> transaction.executeWithoutResult(status -> jobs.enqueue(NotingJob.NAME, id, Instant.EPOCH)));
        return id;
    }

    private void put(String instance, boolean begun) {
        transaction.executeWithoutResult(status -> database.sql(
                        "insert into platform.scheduled_tasks (task_name, task_instance, execution_time, picked,"
                                + " picked_by, last_heartbeat, version)"
                                + " values ('noting', ?, now() - interval '1 hour', ?, 'a dead process',"
                                + " now() - interval '1 hour', 1)")
                .params(instance, begun)
                .update());
    }

    private long rows(String where) {
        return transaction.execute(
                status -> database.sql("select count(*) from platform.scheduled_tasks where " + where)
                        .query(Long.class)
                        .single());
    }

    private void forget(String id) {
        transaction.executeWithoutResult(
                status -> database.sql("delete from platform.scheduled_tasks where task_instance like ?")
                        .param("%" + id + "%")
                        .update());
    }
}
