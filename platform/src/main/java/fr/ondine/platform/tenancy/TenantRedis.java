package fr.ondine.platform.tenancy;

import java.time.Duration;
import java.util.Optional;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/** The only way to Redis: every key begins with the bound utility, and without one there is no key. */
@Component
public class TenantRedis {

    private final StringRedisTemplate redis;

    TenantRedis(StringRedisTemplate redis) {
        this.redis = redis;
    }

    /** The full name of a key of the bound utility, as it stands in Redis. */
    public static String key(String type, String id) {
        return "t:" + TenantContext.current().slug() + ":" + type + ":" + id;
    }

    public Optional<String> get(String type, String id) {
        return Optional.ofNullable(redis.opsForValue().get(key(type, id)));
    }

    public void put(String type, String id, String value, Duration life) {
        redis.opsForValue().set(key(type, id), value, life);
    }

    /** Stores the value unless there is one; whether it did. */
    public boolean putIfAbsent(String type, String id, String value, Duration life) {
        return Boolean.TRUE.equals(redis.opsForValue().setIfAbsent(key(type, id), value, life));
    }

    public void remove(String type, String id) {
        redis.delete(key(type, id));
    }
}
