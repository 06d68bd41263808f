package fr.ondine.isolation;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import fr.ondine.simulators.s3.S3Simulator;
import fr.ondine.testing.services.FreePorts;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import redis.embedded.RedisServer;

/** Servers as they are in production: each asks for its password, and none of those could be met by chance. */
record GuardedServers(
        EmbeddedPostgres postgres, Relay database, RedisServer redis, int redisPort, GreenMail mails, S3Simulator files)
        implements AutoCloseable {

    private static final String OWNER = "owner-hidden-7c41f0";
    private static final String APP = "app-hidden-9b2e77";
    private static final String REDIS = "redis-hidden-30d5aa";
    private static final String MAIL = "mail-hidden-b81c64";
    private static final String SENDER = "portail";

    /** Those that no server asks for, or not here. */
    private static final Map<String, String> OTHERS = Map.of(
            "ondine.vault.key", "aGlkZGVuLWhpZGRlbi1oaWRkZW4taGlkZGVuLTEyMzQ=",
            "ondine.mail.returns-key", "returns-hidden-52d0c9-52d0c9-52d0c9",
            "ondine.stripe.siegvo.secret-key", "sk_test_hidden6e02",
            "ondine.stripe.siegvo.webhook-secret", "whsec_hidden4f13",
            "ondine.france-connect.siegvo.client-secret", "franceconnect-hidden-d2",
            "ondine.pro-connect.siegvo.client-secret", "proconnect-hidden-e3");

    static GuardedServers start() throws IOException, SQLException {
        var postgres = EmbeddedPostgres.builder()
                .setPort(FreePorts.one())
                .setPGStartupWait(Duration.ofSeconds(60))
                .start();
        guard(postgres);
        var redisPort = FreePorts.one();
        var redis = RedisServer.builder()
                .port(redisPort)
                .setting("save \"\"")
                .setting("requirepass " + REDIS)
                .build();
        redis.start();
        var mails = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP))
                .withConfiguration(GreenMailConfiguration.aConfig().withUser(SENDER, MAIL));
        mails.start();
        return new GuardedServers(
                postgres, new Relay("localhost", postgres.getPort()), redis, redisPort, mails, S3Simulator.start());
    }

    private static void guard(EmbeddedPostgres postgres) throws IOException, SQLException {
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create role ondine_owner login createrole password '" + OWNER + "'");
            statement.execute("create database ondine owner ondine_owner");
            try (var row = statement.executeQuery("show hba_file")) {
                row.next();
                Files.writeString(Path.of(row.getString(1)), """
                        host all postgres all trust
                        host all all all scram-sha-256
                        """);
            }
            statement.execute("select pg_reload_conf()");
        }
    }

    Map<String, String> settings() {
        var settings = new HashMap<>(OTHERS);
        settings.putAll(Map.of(
                "ondine.database.url",
                "jdbc:postgresql://127.0.0.1:" + database.port() + "/ondine",
                "ondine.database.owner-username",
                "ondine_owner",
                "ondine.database.owner-password",
                OWNER,
                "ondine.database.app-password",
                APP,
                "ondine.documents.bucket.name",
                S3Simulator.BUCKET,
                "ondine.documents.bucket.endpoint",
                files.endpoint().toString(),
                "ondine.documents.bucket.access-key",
                S3Simulator.ACCESS_KEY,
                "ondine.documents.bucket.secret-key",
                S3Simulator.SECRET_KEY));
        settings.putAll(Map.of(
                "ondine.console.host",
                MarkedOperator.HOST,
                "ondine.portal.scheme",
                "http",
                "spring.data.redis.host",
                "127.0.0.1",
                "spring.data.redis.port",
                Integer.toString(redisPort),
                "spring.data.redis.password",
                REDIS,
                "spring.mail.host",
                "127.0.0.1",
                "spring.mail.port",
                Integer.toString(mails.getSmtp().getPort()),
                "spring.mail.username",
                SENDER,
                "spring.mail.password",
                MAIL));
        return settings;
    }

    List<String> secrets() {
        return settings().entrySet().stream()
                .filter(setting -> setting.getKey().matches(".*(password|secret|key)"))
                .map(Map.Entry::getValue)
                .toList();
    }

    @Override
    public void close() throws IOException {
        files.close();
        mails.stop();
        redis.stop();
        postgres.close();
    }
}
