package fr.ondine.platform.customers;

import fr.ondine.platform.identity.ActivationRequested;
import fr.ondine.platform.identity.CurrentUser;
import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.identity.Visitor;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantEvent;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.platform.tenancy.Vault;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What claim tests share: subscribers of their own, fresh network addresses, and everything that was announced. */
@TestComponent
class ClaimScene {

    private final List<TenantEvent> announced = new CopyOnWriteArrayList<>();
    private final JdbcClient database;
    private final Vault vault;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    ClaimScene(JdbcClient database, Vault vault, TransactionTemplate transaction, ApplicationEventPublisher events) {
        this.events = events;
        this.database = database;
        this.vault = vault;
        this.transaction = transaction;
    }

    @EventListener
    void on(TenantEvent event) {
        announced.add(event);
    }

    void forgetAnnouncements() {
        announced.clear();
    }

    <E extends TenantEvent> List<E> announced(Class<E> kind) {
        return announced.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    ActivationRequested activation() {
        return announced(ActivationRequested.class).getLast();
    }

    <T> T given(TenantId tenant, Function<Subscribers, T> build) {
        return as(tenant, () -> transaction.execute(status -> build.apply(new Subscribers(database, vault, events))));
    }

    <T extends @Nullable Object> T as(TenantId tenant, Supplier<T> work) {
        return TenantContext.<T, RuntimeException>callAs(tenant, work::get);
    }

    List<String> auditOf(TenantId tenant, AgreementId agreement) {
        return given(
                tenant,
                subscribers -> database.sql("select action from audit_entry where subject = ? order by occurred_at, id")
                        .param("agreement:" + agreement.value())
                        .query(String.class)
                        .list());
    }

    String wholeAudit(TenantId tenant) {
        return given(
                tenant,
                subscribers -> String.join(
                        "\n",
                        database.sql("select concat_ws(' ', actor, action, subject, detail) from audit_entry")
                                .query(String.class)
                                .list()));
    }

    /** A person who is signed in. */
    CurrentUser signedIn(TenantId tenant, String email) {
        return new CurrentUser(tenant.slug(), given(tenant, subscribers -> subscribers.user(email)), email, email, 0);
    }

    static CurrentUser signedIn(TenantId tenant, UserId user, String email) {
        return new CurrentUser(tenant.slug(), user, email, email, 0);
    }

    static Visitor visitor() {
        return new Visitor(UUID.randomUUID().toString());
    }

    static String email() {
        return UUID.randomUUID().toString().substring(0, 12) + "@exemple.fr";
    }

    static String digits(int count) {
        var number = new StringBuilder();
        while (number.length() < count) {
            number.append(ThreadLocalRandom.current().nextInt(10));
        }
        return number.toString();
    }
}
