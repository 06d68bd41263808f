package fr.ondine.platform.tenancy;

import static fr.ondine.testing.Utilities.ILEO;
import static fr.ondine.testing.Utilities.SIEGVO;
import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.testing.PlatformTest;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PlatformTest
class RegistryReaderTests {

    /** More than the registry has connections. */
    private static final int IMPORTS = 4;

    @Autowired
    RegistryReader registry;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    private final CountDownLatch asked = new CountDownLatch(IMPORTS);
    private final CountDownLatch end = new CountDownLatch(1);

    @Test
    void long_transactions_of_utilities_that_asked_for_something_keep_no_connection_of_the_registry()
            throws InterruptedException {
        var imports = Executors.newVirtualThreadPerTaskExecutor();
        try {
            for (var number = 0; number < IMPORTS; number++) {
                imports.submit(() ->
                        TenantContext.runAs(SIEGVO, () -> transaction.executeWithoutResult(status -> askAndGoOn())));
            }
            assertThat(asked.await(4, TimeUnit.SECONDS)).isTrue();
            assertThat(registry.isThere()).isTrue();
            assertThat(registry.configuration(ILEO)).contains("slug: ileo");
        } finally {
            end.countDown();
            imports.close();
        }
    }

    @Test
    void the_transaction_that_asks_goes_on_as_it_was() {
        TenantContext.runAs(
                SIEGVO,
                () -> transaction.executeWithoutResult(status -> {
                    registry.stamp();
                    assertThat(database.sql("select current_schema()")
                                    .query(String.class)
                                    .single())
                            .isEqualTo(SIEGVO.schema());
                }));
    }

    private void askAndGoOn() {
        registry.configuration(SIEGVO);
        asked.countDown();
        try {
            end.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
