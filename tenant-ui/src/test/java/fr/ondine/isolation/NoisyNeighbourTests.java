package fr.ondine.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.platform.tenancy.TenantContext;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** All that is asked of one utility waits in its database: no connection of the others is used up by it. */
@IsolationTest
class NoisyNeighbourTests {

    /** More than a node has in its pool. */
    private static final int REQUESTS = 40;

    private static final int SHARE = 12;

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext application;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient database;

    private final CountDownLatch held = new CountDownLatch(SHARE);
    private final CountDownLatch end = new CountDownLatch(1);
    private final ExecutorService visitors = Executors.newVirtualThreadPerTaskExecutor();
    private Marked noisy;
    private Marked neighbour;

    @BeforeEach
    void a_utility_whose_requests_wait_and_its_neighbour() throws InterruptedException {
        var both = Marking.of(application, new Wire(port), 2);
        noisy = both.getFirst();
        neighbour = both.getLast();
        for (var visitor = 0; visitor < REQUESTS; visitor++) {
            visitors.submit(
                    () -> TenantContext.runAs(noisy.tenant(), () -> transaction.executeWithoutResult(this::wait)));
        }
        held.await();
    }

    @AfterEach
    void the_wait_ends() {
        end.countDown();
        visitors.close();
        assertThat(file(noisy).status()).isEqualTo(200);
    }

    @Test
    void the_neighbour_is_answered_at_once_and_the_utility_is_told_to_come_back() {
        var before = System.nanoTime();
        assertThat(file(neighbour).status()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(4));

        assertThat(file(noisy)).satisfies(answer -> {
            assertThat(answer.status()).isEqualTo(429);
            assertThat(answer.text())
                    .contains("Eaux " + noisy.shown(), "Beaucoup de monde en ce moment", "Retry-After: 1");
        });
    }

    private void wait(Object connection) {
        database.sql("select 1").query().singleValue();
        held.countDown();
        try {
            end.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Something that is in the database alone. */
    private Answer file(Marked utility) {
        return new Wire(port)
                .send(Asked.get(
                                utility.host(),
                                "/consommations.csv?contrat=" + utility.ids().get("agreement"))
                        .with("Accept: text/html")
                        .cookies(utility.session()));
    }
}
