package fr.ondine.bench;

import fr.ondine.demo.data.DemoData;
import fr.ondine.demo.data.DemoUtility;
import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.fleet.Fleet;
import fr.ondine.platform.identity.CurrentUser;
import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.imports.Imports;
import fr.ondine.platform.tenancy.Limits;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.platform.tenancy.TenantProvisioning;
import fr.ondine.tenantconfig.BundledTenants;
import fr.ondine.testing.services.Services;
import fr.ondine.ui.OndineApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.transaction.support.TransactionTemplate;

/** SIEGVO's portal with its 2,000 agreements and as many readers as are asked for, each signed in. */
record BenchPortal(ConfigurableApplicationContext application, int port) implements AutoCloseable {

    static final TenantId SIEGVO = new TenantId("siegvo");

    /** Without the port at which it listens: its provider answers at its own address alone. */
    static final String HOST = SIEGVO.slug() + ".localhost";

    /** What a node can do is measured, not what a utility may take of it. */
    private static final Limits UNHURRIED = new Limits(100_000, 2, 5_000, 20_000);

    private static final String CONTEXT = "SPRING_SECURITY_CONTEXT";
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    /** A subscriber with a session and a contract. */
    record Reader(String session, UserId user, AgreementId agreement) {}

    static BenchPortal start() throws IOException {
        var properties = new HashMap<String, Object>(Services.shared().properties());
        properties.putAll(Map.of(
                "server.port", 0,
                "ondine.vault.key", "b25kaW5lLXRlc3RzLW9uZGluZS10ZXN0cy1vbmRpbmU=",
                "ondine.session.secure", false,
                "ondine.session.idle", "2h",
                "ondine.portal.scheme", "http",
                "ondine.portal.port", 80,
                "ondine.jobs.enabled", false,
                "ondine.registry.poll", "1h",
                "ondine.documents.directory", "target/bench-documents"));
        var application = new SpringApplicationBuilder(OndineApplication.class)
                .properties(properties)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .initializers(context -> context.getBeanFactory().addBeanPostProcessor(recording()))
                .run();
        var port = application.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        return new BenchPortal(application, port).loaded();
    }

    private static BeanPostProcessor recording() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource pool ? new RecordedSql(pool) : bean;
            }
        };
    }

    private BenchPortal loaded() throws IOException {
        application.getBean(TenantProvisioning.class).provision(BundledTenants.yaml(SIEGVO.slug()));
        application.getBean(Fleet.class).limit(SIEGVO.slug(), UNHURRIED, "operator:measure");
        var file = Files.createTempDirectory("bench").resolve("siegvo.zip");
        DemoData.write(DemoUtility.of(SIEGVO.slug()), DAY, file);
        var report = as(() -> application.getBean(Imports.class).run(file));
        if (!report.accepted()) {
            throw new IllegalStateException(report.text());
        }
        Files.delete(Path.of(file.toString()));
        return this;
    }

    RecordedSql pool() {
        return (RecordedSql) application.getBean(DataSource.class);
    }

    List<Reader> readers(int count) {
        var database = application.getBean(JdbcClient.class);
        var agreements = as(() -> transaction()
                .execute(status -> database.sql(
                                "select id from agreement a where exists (select from invoice where agreement_id = a.id)"
                                        + " order by number limit :count")
                        .param("count", count)
                        .query(UUID.class)
                        .list()));
        return agreements.stream().map(agreement -> reader(database, agreement)).toList();
    }

    private Reader reader(JdbcClient database, UUID agreement) {
        return as(() -> {
            var user = UUID.randomUUID();
            transaction().executeWithoutResult(status -> {
                database.sql("insert into user_account (id, email, state, created_at) values (?, ?, 'ACTIVE', now())")
                        .params(user, user + "@exemple.fr")
                        .update();
                database.sql("insert into customer_link (id, user_id, customer_id, proof, linked_at)"
                                + " select ?, ?, customer_id, 'bench', now() from agreement where id = ?")
                        .params(UUID.randomUUID(), user, agreement)
                        .update();
            });
            return new Reader(signedIn(sessions(), new UserId(user)), new UserId(user), new AgreementId(agreement));
        });
    }

    /** Everybody chooses the same password, and has signed in nowhere. */
    void haveAll(String hash) {
        var database = application.getBean(JdbcClient.class);
        as(() -> transaction().execute(status -> {
            database.sql("delete from user_session").update();
            return database.sql("update user_account set password_hash = ?")
                    .param(hash)
                    .update();
        }));
    }

    private static <S extends Session> String signedIn(SessionRepository<S> sessions, UserId user) {
        var session = sessions.createSession();
        var person = new CurrentUser(SIEGVO.slug(), user, user.value() + "@exemple.fr", "Pierre Dupont", 0);
        var token = UsernamePasswordAuthenticationToken.authenticated(
                person, null, AuthorityUtils.createAuthorityList("ROLE_SUBSCRIBER"));
        session.setAttribute(CONTEXT, new SecurityContextImpl(token));
        sessions.save(session);
        return session.getId();
    }

    /** Who is signed in with that session, read from Redis as each request does. */
    CurrentUser person(Reader reader) {
        var session = sessions().findById(reader.session());
        SecurityContextImpl context = session.getAttribute(CONTEXT);
        return (CurrentUser) context.getAuthentication().getPrincipal();
    }

    private SessionRepository<?> sessions() {
        return application.getBean(SessionRepository.class);
    }

    private TransactionTemplate transaction() {
        return application.getBean(TransactionTemplate.class);
    }

    static <T> T as(Supplier<T> work) {
        return TenantContext.callAs(SIEGVO, work::get);
    }

    @Override
    public void close() {
        application.close();
    }
}
