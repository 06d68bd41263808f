package fr.ondine.handbook;

import static org.awaitility.Awaitility.await;

import fr.ondine.journeys.RawHttp;
import fr.ondine.testing.CaughtMails;
import fr.ondine.ui.OndineApplication;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** What the chart starts, told as the chart tells it: settings as JSON, secrets as files. It serves and does jobs. */
final class Installation implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Map<String, Object> settings = new HashMap<>();
    private ConfigurableApplicationContext application;

    private Installation(Map<String, Object> settings, ConfigurableApplicationContext application) {
        this.settings.putAll(settings);
        this.application = application;
    }

    static Map<String, Object> settings(RecoverableServers servers, OperatorShell shell) {
        var services = servers.services();
        var settings = new HashMap<String, Object>();
        settings.put(
                "spring.config.import",
                "configtree:" + shell.pod("run/secrets/ondine/application") + "/,configtree:"
                        + shell.pod("run/secrets/ondine/owner") + "/");
        settings.put("ondine.database.url", services.database().url());
        settings.put("ondine.database.migrate-on-start", false);
        settings.put(
                "ondine.documents.directory",
                shell.pod("var/lib/ondine/documents").toString());
        settings.put("ondine.console.host", "console.ondine.fr");
        settings.put("spring.data.redis.host", services.redis().host());
        settings.put("spring.data.redis.port", services.redis().port());
        settings.put("spring.mail.host", "127.0.0.1");
        settings.put("spring.mail.port", CaughtMails.shared().port());
        return settings;
    }

    /** As the variable of a pod. */
    static String json(Map<String, Object> settings) {
        return JsonMapper.shared().writeValueAsString(settings);
    }

    static Installation start(Map<String, Object> settings) {
        return new Installation(settings, begin(settings));
    }

    private static ConfigurableApplicationContext begin(Map<String, Object> settings) {
        var all = new HashMap<>(settings);
        all.put("server.port", 0);
        return new SpringApplicationBuilder(OndineApplication.class)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .run(all.entrySet().stream()
                        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                        .toArray(String[]::new));
    }

    /** Its values say so from the next start on. */
    void tell(String name, Object value) {
        settings.put(name, value);
    }

    /** Its settings, as a variable of its pods. */
    String json() {
        return json(settings);
    }

    /** Its pods are replaced. */
    void restart() {
        application.close();
        application = begin(settings);
    }

    <T> T bean(Class<T> type) {
        return application.getBean(type);
    }

    String setting(String name) {
        return application.getEnvironment().getRequiredProperty(name);
    }

    /** What a visitor of that host is answered. */
    int status(String host) {
        var port = Integer.parseInt(setting("local.server.port"));
        return new RawHttp(port).get(host, "/").status();
    }

    /** Until the portal of that host answers. */
    void awaitServed(String host) {
        await().atMost(PATIENCE).until(() -> status(host) == 200);
    }

    @Override
    public void close() {
        application.close();
    }
}
