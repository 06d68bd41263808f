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
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.stereotype.Component;

/** Counts attempts of the bound utility's visitors across all nodes; when Redis is away it refuses (fails closed). */
@Component
public class RateLimits {

    private static final Logger LOG = LoggerFactory.getLogger(RateLimits.class);
    private static final Duration LONGEST_WINDOW = Duration.ofDays(1);

    /** How long to wait when there is no way to tell who tried how often. */
    private static final Duration UNTIL_REDIS_IS_BACK = Duration.ofMinutes(1);

    private final Vault vault;
    private final LettuceConnectionFactory redis;
    private @Nullable ProxyManager<String> buckets;
    private @Nullable RedisClient connected;

    RateLimits(Vault vault, LettuceConnectionFactory redis) {
        this.vault = vault;
        this.redis = redis;
    }

    /**
     * Takes one permit of those that {@code subject} (an address, an account, a contract: stored as a keyed digest) has
     * in each {@code window} for this {@code kind} of attempt.
     */
    public boolean allow(String kind, String subject, int permits, Duration window) {
        return take(kind, subject, permits, window).isZero();
    }

    /** The same, telling when there will be a permit again: zero when one was taken. */
    public Duration take(String kind, String subject, int permits, Duration window) {
        try {
            var taken = bucket(kind, subject, permits, window).tryConsumeAndReturnRemaining(1);
            return taken.isConsumed() ? Duration.ZERO : Duration.ofNanos(taken.getNanosToWaitForRefill());
        } catch (RedisException away) {
            LOG.warn("no attempt is let through: Redis is away ({})", away.getMessage());
            return UNTIL_REDIS_IS_BACK;
        }
    }

    /** Gives a permit back, when the attempt turned out to be none of those that are counted. */
    public void giveBack(String kind, String subject, int permits, Duration window) {
        try {
            bucket(kind, subject, permits, window).addTokens(1);
        } catch (RedisException away) {
            LOG.warn("a permit is lost: Redis is away ({})", away.getMessage());
        }
    }

    private Bucket bucket(String kind, String subject, int permits, Duration window) {
        var limit = BucketConfiguration.builder()
                .addLimit(bandwidth -> bandwidth.capacity(permits).refillGreedy(permits, window))
                .build();
        var key = TenantRedis.key("limit", kind + ":" + vault.mac("limit", subject));
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
