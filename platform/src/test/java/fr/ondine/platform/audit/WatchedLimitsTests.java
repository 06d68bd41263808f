package fr.ondine.platform.audit;

import static fr.ondine.testing.Utilities.ILEO;
import static fr.ondine.testing.Utilities.SIEGVO;
import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.platform.tenancy.RateLimit;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.testing.PlatformTest;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** What is told of attempts that a limit stops. */
@PlatformTest
@TestPropertySource(properties = "ondine.jobs.enabled=false")
class WatchedLimitsTests {

    private static final String FACT = "test.limited";

    private final String kind = "test-" + UUID.randomUUID();
    private final RateLimit one = new RateLimit(kind, "one", 1, Duration.ofHours(1));
    private final RateLimit another = new RateLimit(kind, "another", 1, Duration.ofHours(1));

    @Autowired
    WatchedLimits limits;

    @Autowired
    MeterRegistry registry;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void what_is_let_through_is_told_to_nobody() {
        assertThat(allow(SIEGVO, one, another)).isTrue();

        assertThat(told(SIEGVO)).isEmpty();
        assertThat(counted(SIEGVO)).isZero();
    }

    @Test
    void a_limit_is_told_once_whomever_it_stops_and_each_attempt_that_it_stops_is_counted() {
        assertThat(allow(SIEGVO, another, one)).isTrue();
        for (var again = 0; again < 3; again++) {
            assertThat(allow(SIEGVO, one)).isFalse();
            assertThat(allow(SIEGVO, another)).isFalse();
        }

        assertThat(told(SIEGVO)).containsExactly("system 1 in PT1H");
        assertThat(counted(SIEGVO)).isEqualTo(6);
    }

    @Test
    void each_utility_is_told_of_its_own() {
        for (var utility : List.of(SIEGVO, ILEO)) {
            assertThat(allow(utility, one)).isTrue();
            assertThat(told(utility)).isEmpty();
            assertThat(allow(utility, one)).isFalse();
            assertThat(told(utility)).hasSize(1);
        }
        assertThat(counted(ILEO)).isOne();
    }

    @Test
    void a_limit_of_all_is_told_from_one_of_a_place_or_an_account() {
        var ofAll = RateLimit.ofAll(kind, 1, Duration.ofHours(1));
        assertThat(allow(SIEGVO, ofAll)).isTrue();
        assertThat(allow(SIEGVO, ofAll)).isFalse();

        assertThat(registry.get("ondine.attempts.stopped")
                        .tags("limit", kind, "reach", "utility")
                        .counter()
                        .count())
                .isOne();
    }

    private boolean allow(TenantId utility, RateLimit... fromTheNarrowest) {
        return TenantContext.callAs(utility, () -> limits.allow(FACT, List.of(fromTheNarrowest)));
    }

    private List<String> told(TenantId utility) {
        return TenantContext.callAs(
                utility,
                () -> transaction.execute(status -> database.sql(
                                "select actor || ' ' || detail from audit_entry where action = :fact and subject = :kind")
                        .param("fact", FACT)
                        .param("kind", kind)
                        .query(String.class)
                        .list()));
    }

    private double counted(TenantId utility) {
        var counter = registry.find("ondine.attempts.stopped")
                .tags("utility", utility.slug(), "limit", kind, "reach", "one")
                .counter();
        return counter == null ? 0 : counter.count();
    }
}
