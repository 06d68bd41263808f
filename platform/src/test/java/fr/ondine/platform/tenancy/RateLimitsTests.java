package fr.ondine.platform.tenancy;

import static fr.ondine.testing.Utilities.SIEGVO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import fr.ondine.testing.PlatformTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.test.context.TestPropertySource;

@PlatformTest
@TestPropertySource(properties = "ondine.jobs.enabled=false")
class RateLimitsTests {

    private static final Duration HOUR = Duration.ofHours(1);

    @Autowired
    RateLimits limits;

    @Autowired
    StringRedisTemplate redis;

    @Test
    void a_permit_is_taken_and_one_too_many_is_not() {
        var subject = UUID.randomUUID().toString();
        assertThat(allow(subject)).isTrue();
        assertThat(allow(subject)).isFalse();
        assertThat(allow(UUID.randomUUID().toString())).isTrue();
    }

    @Test
    void while_redis_does_not_answer_nothing_is_let_through() {
        assertThat(allow(UUID.randomUUID().toString())).isTrue();
        pause(Duration.ofSeconds(8));
        var stopping =
                CompletableFuture.supplyAsync(() -> stopping(UUID.randomUUID().toString()));
        assertThat(allow(UUID.randomUUID().toString())).isFalse();
        assertThatThrownBy(stopping::join).as("by no limit").hasCauseInstanceOf(LimitsAway.class);
    }

    @Test
    void what_is_given_back_all_at_once_may_be_taken_again_and_the_narrowest_is_asked_first() {
        var one = new RateLimit("test", UUID.randomUUID().toString(), 1, HOUR);
        var two = new RateLimit("test", UUID.randomUUID().toString(), 1, HOUR);
        TenantContext.runAs(SIEGVO, () -> {
            assertThat(limits.allow(List.of(one, two))).isTrue();
            assertThat(limits.allow(List.of(one, two))).isFalse();
            limits.giveBack(List.of(one, two));
            assertThat(limits.allow(List.of(one))).isTrue();
            assertThat(limits.allow(List.of(one, two)))
                    .as("stopped at the first")
                    .isFalse();
            assertThat(limits.allow(List.of(two))).isTrue();
            var wide = new RateLimit("test", UUID.randomUUID().toString(), 1, HOUR);
            assertThat(limits.stopping(List.of(wide, two, one))).contains(two);
            limits.giveBack(List.of(wide));
            limits.giveBack(List.of(one));
            assertThat(limits.allow(List.of(one, two, wide)))
                    .as("stopped at the second")
                    .isFalse();
            assertThat(limits.allow(List.of(wide))).isTrue();
            assertThat(limits.allow(List.of(one)))
                    .as("what was tried before stays tried")
                    .isFalse();
        });
    }

    @Test
    void what_cannot_be_given_back_is_lost_and_stops_nobody() {
        var limit = new RateLimit("test", UUID.randomUUID().toString(), 1, HOUR);
        assertThat(TenantContext.callAs(SIEGVO, () -> limits.allow(List.of(limit))))
                .isTrue();
        pause(Duration.ofSeconds(3));
        assertThatCode(() -> TenantContext.runAs(SIEGVO, () -> limits.giveBack(List.of(limit))))
                .doesNotThrowAnyException();
    }

    @AfterEach
    void wait_for_redis() {
        await().ignoreExceptions().atMost(Duration.ofSeconds(30)).until(() -> redis.hasKey("any") != null);
    }

    private boolean allow(String subject) {
        return TenantContext.callAs(SIEGVO, () -> limits.allow("test", subject, 1, HOUR));
    }

    private Optional<RateLimit> stopping(String subject) {
        return TenantContext.callAs(SIEGVO, () -> limits.stopping(List.of(new RateLimit("test", subject, 1, HOUR))));
    }

    private void pause(Duration duration) {
        redis.execute((org.springframework.data.redis.core.RedisCallback<Object>)
                connection -> connection.execute("CLIENT", bytes("PAUSE"), bytes(String.valueOf(duration.toMillis()))));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
