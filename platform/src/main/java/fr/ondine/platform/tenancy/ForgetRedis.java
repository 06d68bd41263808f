package fr.ondine.platform.tenancy;

import org.springframework.context.event.EventListener;
import org.springframework.data.redis.core.ScanOptions;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/** Removes the sessions, limits and notes of a utility that leaves. */
@Component
class ForgetRedis {

    private static final int BATCH = 500;

    private final StringRedisTemplate redis;

    ForgetRedis(StringRedisTemplate redis) {
        this.redis = redis;
    }

    @EventListener
    void on(TenantLeaving leaving) {
        var ofTenant = ScanOptions.scanOptions()
                .match("t:" + leaving.tenant().slug() + ":*")
                .count(BATCH);
        try (var keys = redis.scan(ofTenant.build())) {
            keys.forEachRemaining(redis::unlink);
        }
    }
}
