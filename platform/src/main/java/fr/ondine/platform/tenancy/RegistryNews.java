package fr.ondine.platform.tenancy;

import io.lettuce.core.AbstractRedisClient;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Tells every node at once that the registry changed; when Redis is away they notice by {@link Tenants#refresh}. */
@Component
class RegistryNews implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(RegistryNews.class);
    private static final String CHANNEL = "platform:registry";

    private final Tenants tenants;
    private final StringRedisTemplate redis;
    private final LettuceConnectionFactory connections;
    private volatile @Nullable StatefulRedisPubSubConnection<String, String> listening;
    private boolean running;

    RegistryNews(Tenants tenants, StringRedisTemplate redis, LettuceConnectionFactory connections) {
        this.tenants = tenants;
        this.redis = redis;
        this.connections = connections;
    }

    /** Whether Redis is heard, without asking it, for it might take its time to answer. */
    boolean isConnected() {
        var connection = listening;
        return connection != null && connection.isOpen();
    }

    void publish(TenantId changed) {
        tenants.refresh();
        try {
            redis.convertAndSend(CHANNEL, changed.slug());
        } catch (DataAccessException away) {
            LOG.warn("other nodes will notice by themselves: Redis is away ({})", away.getMessage());
        }
    }

    /** Subscribes once; the connection then finds its way back by itself. */
    @Scheduled(fixedDelay = 2000)
    synchronized void listen() {
        if (running && listening == null) {
            try {
                listening = subscribed();
            } catch (RedisException away) {
                LOG.debug("not yet listening: Redis is away ({})", away.getMessage());
            }
        }
    }

    private StatefulRedisPubSubConnection<String, String> subscribed() {
        var connection = listener(connections.getRequiredNativeClient());
        connection.addListener(new RedisPubSubAdapter<>() {
            @Override
            public void message(String channel, String slug) {
                // not here: this thread reads what Redis sends
                Thread.ofVirtual().start(tenants::refresh);
            }
        });
        connection.sync().subscribe(CHANNEL);
        return connection;
    }

    static StatefulRedisPubSubConnection<String, String> listener(AbstractRedisClient client) {
        return client instanceof RedisClusterClient cluster
                ? cluster.connectPubSub()
                : ((RedisClient) client).connectPubSub();
    }

    @Override
    public synchronized void start() {
        running = true;
    }

    /** Before the connections are closed, as whatever starts last stops first. */
    @Override
    public synchronized void stop() {
        running = false;
        if (listening != null) {
            listening.close();
            listening = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return running;
    }
}
