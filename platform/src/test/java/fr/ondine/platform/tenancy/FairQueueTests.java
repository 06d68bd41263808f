package fr.ondine.platform.tenancy;

import static fr.ondine.testing.Utilities.ILEO;
import static fr.ondine.testing.Utilities.MALESHERBOIS;
import static fr.ondine.testing.Utilities.SIEGVO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.ondine.migrations.OndineDatabase;
import fr.ondine.migrations.UtilityState;
import fr.ondine.testing.PlatformTest;
import fr.ondine.testing.services.Services;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.transaction.support.TransactionTemplate;

/** One utility has far more to do than it may: the others must not notice. */
@PlatformTest
@Import(FairQueueTests.Work.class)
@DirtiesContext // its workers would take others' jobs
class FairQueueTests {

    @Autowired
    Jobs jobs;

    @Autowired
    PlatformJobs own;

    @Autowired
    Heavy heavy;

    @Autowired
    Chore chore;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    @Autowired
    OndineDatabase database;

    @Autowired
    Tenants tenants;

    @AfterEach
    void finish() {
        heavy.mayEnd.release(10_000);
        await().atMost(Duration.ofSeconds(60)).until(() -> heavy.done.size() == heavy.enqueued.get());
        heavy.mayEnd.drainPermits();
        heavy.done.clear();
        heavy.enqueued.set(0);
    }

    @Test
    void a_utility_has_no_more_at_work_than_it_may_however_much_waits() {
        enqueue(SIEGVO, 100);

        await().until(() -> heavy.running(SIEGVO) == 4);
        await().during(Duration.ofSeconds(2)).until(() -> heavy.running(SIEGVO) == 4);
    }

    @Test
    void what_comes_later_for_another_utility_does_not_wait_for_what_came_before() {
        enqueue(SIEGVO, 60);
        await().until(() -> heavy.running(SIEGVO) == 4);

        enqueue(ILEO, 1);

        await().atMost(Duration.ofSeconds(30)).until(() -> heavy.running(ILEO) == 1);
        assertThat(heavy.done).isEmpty();
    }

    @Test
    void everything_is_done_in_the_end_and_once() {
        heavy.mayEnd.release(1000);
        enqueue(SIEGVO, 40);
        enqueue(MALESHERBOIS, 40);

        await().atMost(Duration.ofSeconds(60)).until(() -> heavy.done.size() == 80);
        assertThat(heavy.done).doesNotHaveDuplicates();
    }

    @Test
    void the_work_of_a_utility_that_was_put_away_waits_until_it_is_back() {
        database.change("malesherbois", UtilityState.ARCHIVED, "test", "");
        tenants.refresh();
        heavy.mayEnd.release(2);
        enqueue(MALESHERBOIS, 1);
        enqueue(ILEO, 1);

        await().until(() -> heavy.done.size() == 1);
        database.change("malesherbois", UtilityState.READY, "test", "");
        tenants.refresh();

        await().until(() -> heavy.done.size() == 2);
    }

    @Test
    void the_work_of_a_utility_that_moves_waits_until_it_has_arrived_untouched() {
        platform("update platform.tenant set moving_to = 'elsewhere' where slug = 'malesherbois'")
                .update();
        heavy.mayEnd.release(2);
        enqueue(MALESHERBOIS, 1);
        enqueue(ILEO, 1);

        await().until(() -> heavy.done.size() == 1);
        await().during(Duration.ofMillis(500)).until(() -> heavy.done.size() == 1);
        assertThat(platform("select not picked and consecutive_failures is null from platform.scheduled_tasks"
                                + " where tenant = 'malesherbois' and task_name = 'heavy'")
                        .query(Boolean.class)
                        .single())
                .as("nobody fetched it, whatever nodes knew")
                .isTrue();
        platform("update platform.tenant set moving_to = null where slug = 'malesherbois'")
                .update();

        await().until(() -> heavy.done.size() == 2);
    }

    @Test
    void the_work_of_a_quiet_copy_is_fetched_by_nobody() {
        platform("update platform.tenant set quiet = true where slug = 'malesherbois'")
                .update();
        heavy.mayEnd.release(2);
        enqueue(MALESHERBOIS, 1);
        enqueue(ILEO, 1);

        await().until(() -> heavy.done.size() == 1);
        assertThat(platform("select not picked and consecutive_failures is null from platform.scheduled_tasks"
                                + " where tenant = 'malesherbois' and task_name = 'heavy'")
                        .query(Boolean.class)
                        .single())
                .isTrue();
        platform("update platform.tenant set quiet = false where slug = 'malesherbois'")
                .update();

        await().until(() -> heavy.done.size() == 2);
    }

    private static JdbcClient.StatementSpec platform(String sql) {
        var platform = Services.shared().database();
        return JdbcClient.create(
                        new DriverManagerDataSource(platform.url(), platform.ownerUsername(), platform.ownerPassword()))
                .sql(sql);
    }

    @Test
    void the_platforms_own_work_does_not_wait_for_a_utilitys() {
        enqueue(SIEGVO, 60);
        await().until(() -> heavy.running(SIEGVO) == 4);

        transaction.executeWithoutResult(status -> own.enqueue("chore", UUID.randomUUID(), clock.instant()));

        await().atMost(Duration.ofSeconds(30)).until(() -> chore.done.get() == 1);
        assertThat(heavy.done).isEmpty();
    }

    private void enqueue(TenantId tenant, int count) {
        heavy.enqueued.addAndGet(count);
        TenantContext.runAs(
                tenant,
                () -> transaction.executeWithoutResult(status -> {
                    for (var number = 0; number < count; number++) {
                        jobs.enqueue(Heavy.NAME, UUID.randomUUID(), clock.instant());
                    }
                }));
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Work {

        @Bean
        Heavy heavy() {
            return new Heavy();
        }

        @Bean
        Chore chore() {
            return new Chore();
        }
    }

    /** A little work of the platform itself. */
    static class Chore implements PlatformJob {

        final AtomicInteger done = new AtomicInteger();

        @Override
        public String name() {
            return "chore";
        }

        @Override
        public void run(UUID id) {
            done.incrementAndGet();
        }
    }

    /** Work that ends only when it is allowed to. */
    static class Heavy implements TenantJob {

        static final String NAME = "heavy";

        final Semaphore mayEnd = new Semaphore(0);
        final List<UUID> done = new CopyOnWriteArrayList<>();
        final AtomicInteger enqueued = new AtomicInteger();
        private final List<TenantId> running = new CopyOnWriteArrayList<>();

        long running(TenantId tenant) {
            return running.stream().filter(tenant::equals).count();
        }

        @Override
        public String name() {
            return NAME;
        }

        @Override
        public void run(UUID id) {
            running.add(TenantContext.current());
            mayEnd.acquireUninterruptibly();
            running.remove(TenantContext.current());
            done.add(id);
        }
    }
}
