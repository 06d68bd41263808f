package fr.ondine.platform.tenancy;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.AsyncBucketProxy;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce.LettuceBasedProxyManagerBuilder;
import io.lettuce.core.AbstractRedisClient;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.stream.IntStream;
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
    private @Nullable AbstractRedisClient connected;

    Buckets(LettuceConnectionFactory redis) {
        this.redis = redis;
    }

    /** Takes a permit of that key, or tells how long to wait for one: zero when one was taken. */
    Duration take(String key, int permits, Duration window) {
        return ask(key, permits, window).orElse(UNTIL_REDIS_IS_BACK);
    }

    /** The same for who tells one from the other: nothing when Redis is away, so that nobody knows. */
    Optional<Duration> ask(String key, int permits, Duration window) {
        return draw(key, permits, window).map(Permits::pause);
    }

    /** The same, with how many are left. */
    Optional<Permits> draw(String key, int permits, Duration window) {
        try {
            var taken = bucket(key, permits, window).tryConsumeAndReturnRemaining(1);
            var pause = taken.isConsumed() ? Duration.ZERO : Duration.ofNanos(taken.getNanosToWaitForRefill());
            return Optional.of(new Permits(taken.getRemainingTokens(), pause));
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

    /**
     * One of each, all under way before one is waited for; the first that had none left, where there is one, and of those
     * after it none is used up. {@link LimitsAway} when Redis is.
     */
    Optional<RateLimit> takeAll(List<RateLimit> limits, Function<RateLimit, String> key) {
        try {
            var taken = together(limits, key, bucket -> bucket.tryConsume(1));
            var refused = taken.indexOf(false);
            if (refused < 0) {
                return Optional.empty();
            }
            giveBack(
                    IntStream.range(refused, limits.size())
                            .filter(taken::get)
                            .mapToObj(limits::get)
                            .toList(),
                    key);
            return Optional.of(limits.get(refused));
        } catch (RedisException | CompletionException away) {
            LOG.warn("no attempt is let through: Redis is away ({})", away.getMessage());
            throw new LimitsAway();
        }
    }

    void giveBack(List<RateLimit> limits, Function<RateLimit, String> key) {
        try {
            together(limits, key, bucket -> bucket.addTokens(1));
        } catch (RedisException | CompletionException away) {
            LOG.warn("permits are lost: Redis is away ({})", away.getMessage());
        }
    }

    private <T extends @Nullable Object> List<T> together(
            List<RateLimit> limits,
            Function<RateLimit, String> key,
            Function<AsyncBucketProxy, CompletableFuture<T>> ask) {
        var asked = limits.stream()
                .map(limit -> ask.apply(atOnce(key.apply(limit), limit)))
                .toList();
        return asked.stream().map(CompletableFuture::join).toList();
    }

    private Bucket bucket(String key, int permits, Duration window) {
        var limit = configuration(permits, window);
        return buckets().builder().build(key, () -> limit);
    }

    private AsyncBucketProxy atOnce(String key, RateLimit limit) {
        var configuration = CompletableFuture.completedFuture(configuration(limit.permits(), limit.window()));
        return buckets().asAsync().builder().build(key, () -> configuration);
    }

    private static BucketConfiguration configuration(int permits, Duration window) {
        return BucketConfiguration.builder()
                .addLimit(bandwidth -> bandwidth.capacity(permits).refillGreedy(permits, window))
                .build();
    }

    /** A connection factory that was stopped and started again has another client. */
    private synchronized ProxyManager<String> buckets() {
        var client = redis.getRequiredNativeClient();
        var current = buckets;
        if (current == null || !client.equals(connected)) {
            current = builder(client)
                    .expirationAfterWrite(
                            ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(LONGEST_WINDOW))
                    .build();
            buckets = current;
            connected = client;
        }
        return current;
    }

    /** Whether Redis is one server, one that Sentinels watch, or a Cluster. */
    private static LettuceBasedProxyManagerBuilder<String> builder(AbstractRedisClient client) {
        var codec = RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE);
        return client instanceof RedisClusterClient cluster
                ? Bucket4jLettuce.casBasedBuilder(cluster.connect(codec))
                : Bucket4jLettuce.casBasedBuilder(((RedisClient) client).connect(codec));
    }
}
