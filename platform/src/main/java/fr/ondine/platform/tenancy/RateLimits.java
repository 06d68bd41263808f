package fr.ondine.platform.tenancy;

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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.stereotype.Component;

/** Counts attempts of the bound utility's visitors across all nodes; when Redis is away it refuses (fails closed). */
@Component
public class RateLimits {

    private static final Logger LOG = LoggerFactory.getLogger(RateLimits.class);
    private static final Duration LONGEST_WINDOW = Duration.ofDays(1);

    private final Vault vault;
    private final LettuceConnectionFactory redis;
    private volatile @org.jspecify.annotations.Nullable ProxyManager<String> buckets;

    RateLimits(Vault vault, LettuceConnectionFactory redis) {
        this.vault = vault;
        this.redis = redis;
    }

    /**
     * Takes one permit of those that {@code subject} (an address, an account, a contract: stored as a keyed digest) has
     * in each {@code window} for this {@code kind} of attempt.
     */
    public boolean allow(String kind, String subject, int permits, Duration window) {
        try {
            var limit = BucketConfiguration.builder()
                    .addLimit(bandwidth -> bandwidth.capacity(permits).refillGreedy(permits, window))
                    .build();
            var key = TenantRedis.key("limit", kind + ":" + vault.mac("limit", subject));
            return buckets().builder().build(key, () -> limit).tryConsume(1);
        } catch (RedisException away) {
            LOG.warn("no attempt is let through: Redis is away ({})", away.getMessage());
            return false;
        }
    }

    private synchronized ProxyManager<String> buckets() {
        var current = buckets;
        if (current == null) {
            var client = (RedisClient) redis.getRequiredNativeClient();
            current = Bucket4jLettuce.casBasedBuilder(
                            client.connect(RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE)))
                    .expirationAfterWrite(
                            ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(LONGEST_WINDOW))
                    .build();
            buckets = current;
        }
        return current;
    }
}
