package fr.ondine.platform.tenancy;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/** A JVM of its own, since what one believes is settled once, that calls servers as our processes do. */
final class Caller {

    static final String WHOEVER_WAS_BEFORE = "whoever was reached before";

    private static final String REACHED = "reached ";
    private static final String OWNER = "postgres";

    private Caller() {}

    /**
     * Calls each PostgreSQL in the ways that there are, then what Redis, a mail server, a bucket and a provider are called
     * by at those ports, in this order.
     *
     * @return whom it came to: {@code pool at ADDRESS}
     */
    static List<String> call(List<String> addresses, List<Integer> ports, String... settings) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Caller.class.getName(),
                String.join(" ", addresses),
                String.join(" ", ports.stream().map(String::valueOf).toList())));
        command.addAll(List.of(settings));
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.inputReader(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith(REACHED))
                .map(line -> line.substring(REACHED.length()))
                .toList();
    }

    /** What that JVM runs. */
    public static void main(String[] arguments) throws GeneralSecurityException {
        var application = new SpringApplication(Nothing.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setDefaultProperties(Map.of("spring.main.banner-mode", "off", "logging.level.root", "off"));
        var before = known();
        application.run(List.of(arguments).subList(2, arguments.length).toArray(String[]::new));
        if (known().containsAll(before)) {
            System.out.println(REACHED + WHOEVER_WAS_BEFORE);
        }
        for (var address : arguments[0].split(" ", -1)) {
            callPostgres(address);
        }
        callOthers(List.of(arguments[1].split(" ", -1)));
        System.exit(0);
    }

    private static Set<X509Certificate> known() throws GeneralSecurityException {
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init((KeyStore) null);
        return Set.of(((X509TrustManager) factory.getTrustManagers()[0]).getAcceptedIssuers());
    }

    private static void callPostgres(String url) {
        var settings = new DatabaseSettings(url, "", OWNER, "", false, false, 1);
        attempt("pool at " + url, () -> connect(url, DatabaseConfiguration.pool(settings, "test")));
        attempt("owner at " + url, () -> connect(url, (HikariDataSource) new OwnerConnections(settings).pool()));
        var cluster = new ClusterSettings.Cluster(url, "", OWNER, "", 1);
        var clusters = new ClusterSettings(Map.of("second", cluster), Duration.ZERO).owners();
        attempt(
                "cluster at " + url,
                () -> clusters.get("second").getConnection().close());
    }

    /** As that pool would, but once. */
    private static void connect(String url, HikariDataSource pool) throws SQLException {
        var properties = new Properties();
        properties.putAll(pool.getDataSourceProperties());
        properties.setProperty("user", OWNER);
        DriverManager.getConnection(url, properties).close();
    }

    private static void callOthers(List<String> ports) {
        attempt("redis", () -> redis(Integer.parseInt(ports.get(0))));
        attempt("mail", () -> mail(Integer.parseInt(ports.get(1))));
        attempt("bucket", () -> bucket(Integer.parseInt(ports.get(2))));
        var provider = HttpRequest.newBuilder(URI.create("https://localhost:" + ports.get(3)))
                .build();
        attempt("provider", () -> HttpClient.newHttpClient().send(provider, HttpResponse.BodyHandlers.discarding()));
    }

    private static void redis(int port) {
        var encrypted = LettuceClientConfiguration.builder().useSsl().build();
        var factory = new LettuceConnectionFactory(new RedisStandaloneConfiguration("localhost", port), encrypted);
        factory.afterPropertiesSet();
        factory.start();
        factory.getConnection().ping();
    }

    private static void mail(int port) throws Exception {
        var sender = new JavaMailSenderImpl();
        sender.setHost("localhost");
        sender.setPort(port);
        sender.getJavaMailProperties()
                .putAll(Map.of(
                        "mail.smtp.ssl.enable", "true",
                        "mail.smtp.ssl.checkserveridentity", "true",
                        "mail.smtp.timeout", "20000"));
        sender.testConnection();
    }

    private static void bucket(int port) throws IOException {
        try (var client = UrlConnectionHttpClient.create()) {
            var request = SdkHttpRequest.builder()
                    .method(SdkHttpMethod.GET)
                    .uri(URI.create("https://localhost:" + port))
                    .build();
            client.prepareRequest(HttpExecuteRequest.builder().request(request).build())
                    .call();
        }
    }

    private static void attempt(String who, Call call) {
        try {
            call.make();
            System.out.println(REACHED + who);
        } catch (Exception refused) {
            // whether it was the certificate, the server knows
        }
    }

    private interface Call {
        void make() throws Exception;
    }

    @Configuration(proxyBeanMethods = false)
    static class Nothing {}
}
