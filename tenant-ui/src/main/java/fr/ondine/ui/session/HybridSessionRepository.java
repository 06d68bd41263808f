package fr.ondine.ui.session;

import fr.ondine.platform.kernel.RawToken;
import fr.ondine.platform.tenancy.Realm;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.core.RedisTemplate;
import org.springframework.data.redis.serializer.JdkSerializationRedisSerializer;
import org.springframework.data.redis.serializer.StringRedisSerializer;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.session.SessionRepository;
import org.springframework.session.data.redis.RedisSessionRepository;

/** Keeps the sessions of each realm (a utility, the console) under its prefix in Redis: a cookie is worthless elsewhere. */
class HybridSessionRepository implements SessionRepository<HybridSession> {

    private final Map<String, RedisSessionRepository> byRealm = new ConcurrentHashMap<>();
    private final Clock clock = Clock.systemUTC();
    private final LocalAttributes local = new LocalAttributes(clock);
    private final RedisTemplate<String, Object> redis;
    private final SessionSettings settings;

    HybridSessionRepository(RedisConnectionFactory connections, SessionSettings settings) {
        this.settings = settings;
        redis = new RedisTemplate<>();
        redis.setConnectionFactory(connections);
        redis.setKeySerializer(StringRedisSerializer.UTF_8);
        redis.setHashKeySerializer(StringRedisSerializer.UTF_8);
        redis.setDefaultSerializer(
                new JdkSerializationRedisSerializer(getClass().getClassLoader()));
        redis.afterPropertiesSet();
    }

    @Override
    public HybridSession createSession() {
        return HybridSession.fresh(shared().createSession(), local, clock);
    }

    @Override
    public void save(HybridSession session) {
        if (!session.isChanged()) {
            return;
        }
        try {
            save(shared(), session);
            session.saved();
        } catch (IllegalStateException invalidated) {
            // a page's request may end after the sign-in that changed the session's id: what it had to save is saved
        }
    }

    @Override
    public @Nullable HybridSession findById(String id) {
        var found = shared().findById(id);
        if (found == null) {
            local.drop(id);
            return null;
        }
        var session = HybridSession.found(found, local, clock);
        if (isOver(session)) {
            deleteById(id);
            return null;
        }
        return session;
    }

    @Override
    public void deleteById(String id) {
        shared().deleteById(id);
        local.drop(id);
    }

    @Scheduled(fixedDelay = 60_000)
    void dropIdlePages() {
        local.dropUnusedSince(clock.instant().minus(settings.idle()));
    }

    /** However much it is used: a page that stays open, or a stolen cookie, must not last for ever. */
    private boolean isOver(HybridSession session) {
        return session.namedAt().isBefore(clock.instant().minus(settings.longest()));
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static void save(RedisSessionRepository repository, HybridSession session) {
        ((SessionRepository) repository).save(session.shared());
    }

    private RedisSessionRepository shared() {
        return byRealm.computeIfAbsent(Realm.keys(), keys -> {
            var repository = new RedisSessionRepository(redis);
            repository.setRedisKeyNamespace(keys + "session");
            // a random UUID has 122 bits, and 128 are asked for (ASVS 5, 7.2.3)
            repository.setSessionIdGenerator(() -> RawToken.fresh().value());
            repository.setDefaultMaxInactiveInterval(settings.idle());
            return repository;
        });
    }
}
