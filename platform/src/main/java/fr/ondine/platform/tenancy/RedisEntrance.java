package fr.ondine.platform.tenancy;

import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.stereotype.Component;

/**
 * Asks once, when a process begins, whether Redis lets it in: one that is refused could serve nobody, and would be sent
 * visitors all the same. A Redis that is away comes back by itself.
 */
@Component
class RedisEntrance implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(RedisEntrance.class);
    private static final Pattern REFUSED = Pattern.compile("^(WRONGPASS|NOAUTH)\\b");

    private final RedisConnectionFactory connections;

    RedisEntrance(RedisConnectionFactory connections) {
        this.connections = connections;
    }

    @Override
    public void afterSingletonsInstantiated() {
        try (var connection = connections.getConnection()) {
            connection.ping();
        } catch (DataAccessException failure) {
            if (said(failure).anyMatch(words -> REFUSED.matcher(words).find())) {
                throw new StartRefused(sentence(failure), failure);
            }
            LOG.warn("Redis is away: {}", failure.getMessage());
        }
    }

    private static String sentence(Throwable failure) {
        var who = said(failure).anyMatch(words -> words.contains("Sentinel")) ? "sentinel." : "";
        return "spring.data.redis.%spassword is not what Redis asks for.".formatted(who);
    }

    private static Stream<String> said(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).map(cause -> "" + cause.getMessage());
    }
}
