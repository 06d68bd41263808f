package fr.ondine.platform.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.ondine.testing.services.FreePorts;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.data.redis.connection.RedisClusterConfiguration;
import org.springframework.data.redis.connection.RedisConfiguration;
import org.springframework.data.redis.connection.RedisSentinelConfiguration;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.RedisTemplate;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.serializer.RedisSerializer;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.session.data.redis.RedisSessionRepository;
import redis.embedded.RedisExecProvider;

/** All that is asked of Redis, asked of a Cluster and of one that Sentinels watch: real servers, as small as can be. */
class KindsOfRedisTests {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final List<Process> servers = new ArrayList<>();

    @TempDir
    private Path folder;

    private Path program;

    @BeforeEach
    void the_program() throws IOException {
        program = Files.copy(RedisExecProvider.defaultProvider().get().toPath(), folder.resolve("redis-server"));
        assertThat(program.toFile().setExecutable(true)).isTrue();
    }

    @AfterEach
    void no_server() throws InterruptedException {
        for (var server : servers) {
            server.destroyForcibly().waitFor();
        }
    }

    @Test
    void a_cluster_keeps_limits_news_and_sessions() throws IOException {
        var port = FreePorts.one();
        start("--port", port, "--cluster-enabled", "yes", "--cluster-port", FreePorts.one());
        var single = connected(new RedisStandaloneConfiguration("127.0.0.1", port));
        single.execute((RedisCallback<Object>)
                connection -> connection.execute("CLUSTER", bytes("ADDSLOTSRANGE"), bytes("0"), bytes("16383")));

        keepsAll(new RedisClusterConfiguration(List.of("127.0.0.1:" + port)));
    }

    @Test
    void one_that_sentinels_watch_does_too() throws IOException {
        var port = FreePorts.one();
        start("--port", port);
        var sentinel = FreePorts.one();
        var settings = Files.writeString(
                folder.resolve("sentinel.conf"),
                "bind 127.0.0.1\nport %d\nsentinel monitor ondine 127.0.0.1 %d 1\n".formatted(sentinel, port));
        start(settings, "--sentinel");

        keepsAll(new RedisSentinelConfiguration().master("ondine").sentinel("127.0.0.1", sentinel));
    }

    private void keepsAll(RedisConfiguration configuration) {
        var redis = connected(configuration);
        var factory = (LettuceConnectionFactory) Objects.requireNonNull(redis.getConnectionFactory());
        try {
            await().atMost(PATIENCE).ignoreExceptions().until(() -> !redis.hasKey("the slots are served"));
            limits(factory);
            news(factory, redis);
            sessions(factory);
            forgets(redis);
        } finally {
            factory.destroy();
        }
    }

    private static void limits(LettuceConnectionFactory factory) {
        var buckets = new Buckets(factory);
        assertThat(buckets.take("t:siegvo:limit:a", 1, Duration.ofMinutes(1))).isZero();
        assertThat(buckets.take("t:siegvo:limit:a", 1, Duration.ofMinutes(1))).isPositive();
        buckets.giveBack("t:siegvo:limit:a", 1, Duration.ofMinutes(1));
        assertThat(buckets.take("t:siegvo:limit:a", 1, Duration.ofMinutes(1))).isZero();
    }

    private static void news(LettuceConnectionFactory factory, StringRedisTemplate redis) {
        var heard = new CopyOnWriteArrayList<String>();
        try (var listening = RegistryNews.listener(factory.getRequiredNativeClient())) {
            listening.addListener(new RedisPubSubAdapter<>() {
                @Override
                public void message(String channel, String slug) {
                    heard.add(slug);
                }
            });
            listening.sync().subscribe("platform:registry");
            redis.convertAndSend("platform:registry", "siegvo");
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(heard).containsExactly("siegvo"));
        }
    }

    /** With the new name that a sign-in gives it, which lies elsewhere in a Cluster. */
    private static void sessions(LettuceConnectionFactory factory) {
        var template = new RedisTemplate<String, Object>();
        template.setConnectionFactory(factory);
        template.setKeySerializer(RedisSerializer.string());
        template.setHashKeySerializer(RedisSerializer.string());
        template.afterPropertiesSet();
        var sessions = new RedisSessionRepository(template);
        sessions.setRedisKeyNamespace("t:siegvo:session");
        renames(sessions);
    }

    private static <S extends Session> void renames(SessionRepository<S> sessions) {
        var session = sessions.createSession();
        session.setAttribute("who", "anne");
        sessions.save(session);
        var before = session.getId();
        session.changeSessionId();
        sessions.save(session);
        assertThat(sessions.findById(before)).isNull();
        assertThat(sessions.findById(session.getId()).<String>getAttribute("who"))
                .isEqualTo("anne");
    }

    private static void forgets(StringRedisTemplate redis) {
        for (var number = 0; number < 50; number++) {
            redis.opsForValue().set("t:siegvo:note:" + number, "x");
            redis.opsForValue().set("t:ileo:note:" + number, "x");
        }
        new ForgetRedis(redis).on(new TenantLeaving(new TenantId("siegvo")));
        assertThat(redis.keys("t:siegvo:*")).isEmpty();
        assertThat(redis.keys("t:ileo:*")).hasSize(50);
    }

    private StringRedisTemplate connected(RedisConfiguration configuration) {
        var factory = configuration instanceof RedisStandaloneConfiguration one
                ? new LettuceConnectionFactory(one)
                : configuration instanceof RedisClusterConfiguration cluster
                        ? new LettuceConnectionFactory(cluster)
                        : new LettuceConnectionFactory((RedisSentinelConfiguration) configuration);
        factory.afterPropertiesSet();
        factory.start();
        var redis = new StringRedisTemplate(factory);
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> "PONG".equals(redis.execute((RedisCallback<String>) connection -> connection.ping())));
        return redis;
    }

    private static byte[] bytes(String word) {
        return word.getBytes(StandardCharsets.US_ASCII);
    }

    private void start(Object... words) throws IOException {
        var command = new ArrayList<>(List.of(program.toString()));
        for (var word : words) {
            command.add(word.toString());
        }
        if (!command.contains("--sentinel")) {
            command.addAll(List.of("--bind", "127.0.0.1", "--save", "", "--cluster-announce-ip", "127.0.0.1"));
            command.addAll(
                    List.of("--dir", Files.createTempDirectory(folder, "redis").toString()));
        }
        servers.add(new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log" + servers.size()).toFile())
                .start());
    }
}
