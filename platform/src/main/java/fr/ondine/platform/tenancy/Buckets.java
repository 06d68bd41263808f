package fr.ondine.platform.tenancy;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.stereotype.Component;

/** The permits that all nodes share, in Redis; when Redis is away nobody gets one (fails closed). */
@Component
class Buckets {

    private static final Logger LOG = LoggerFactory.getLogger(Buckets.class);
    private static final Duration LONGEST_WINDOW = Duration.ofDays(1);

    /** How long to wait when there is no way to tell who tried how often. */
    private static final Duration UNTIL_REDIS_IS_BACK = Duration.ofMinutes(1);

    private final LettuceConnectionFactory redis;
    private @Nullable ProxyManager<String> buckets;
    private @Nullable RedisClient connected;

    Buckets(LettuceConnectionFactory redis) {
        this.redis = redis;
    }

    /** Takes a permit of that key, or tells how long to wait for one: zero when one was taken. */
    Duration take(String key, int permits, Duration window) {
        return ask(key, permits, window).orElse(UNTIL_REDIS_IS_BACK);
    }

    /** The same for who tells one from the other: nothing when Redis is away, so that nobody knows. */
    Optional<Duration> ask(String key, int permits, Duration window) {
        try {
            var taken = bucket(key, permits, window).tryConsumeAndReturnRemaining(1);
            return Optional.of(taken.isConsumed() ? Duration.ZERO : Duration.ofNanos(taken.getNanosToWaitForRefill()));
        } catch (RedisException away) {
            LOG.warn("no attempt is let through: Redis is away ({})", away.getMessage());
            return Optional.empty();
        }
    }

    void giveBack(String key, int permits, Duration window) {
        try {
            bucket(key, permits, window).addTokens(1);
        } catch (RedisException away) {
            LOG.warn("a permit is lost: Redis is away ({})", away.getMessage());
        }
    }

    private Bucket bucket(String key, int permits, Duration window) {
        var limit = BucketConfiguration.builder()
                .addLimit(bandwidth -> bandwidth.capacity(permits).refillGreedy(permits, window))
                .build();
        return buckets().builder().build(key, () -> limit);
    }

    /** A connection factory that was stopped and started again has another client. */
    private synchronized ProxyManager<String> buckets() {
        var client = (RedisClient) redis.getRequiredNativeClient();
        var current = buckets;
        if (current == null || !client.equals(connected)) {
            current = Bucket4jLettuce.casBasedBuilder(
                            client.connect(RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE)))
                    .expirationAfterWrite(
                            ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(LONGEST_WINDOW))
                    .build();
            buckets = current;
            connected = client;
        }
        return current;
    }
}
