package fr.ondine.platform.provider;

import static fr.ondine.testing.Utilities.SIEGVO;
import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.platform.identity.AccountDeleted;
import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.testing.PlatformTest;
import fr.ondine.testing.Rows;
import fr.ondine.testing.Waiters;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Access that is given at the moment at which its person takes their consent back. */
@PlatformTest
class ConsentsAtOnceTests {

    private static final Set<String> SCOPES = Set.of(ClientScope.OPENID.word(), ClientScope.OWN_READ.word());

    @Autowired
    Consents consents;

    @Autowired
    ConsentStore given;

    @Autowired
    AuthorizationStore authorizations;

    @Autowired
    ClientStore clients;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    private UserId person;
    private UUID program;

    @BeforeEach
    void a_person_who_agreed() {
        person = in(() -> new Rows(database).user());
        program = in(() -> {
            var client = new KnownClient(
                    UUID.randomUUID(),
                    UUID.randomUUID().toString(),
                    "Suivi conso",
                    ClientKind.APPLICATION,
                    "x",
                    null,
                    List.of("https://partenaire.exemple.fr/retour"),
                    SCOPES,
                    Instant.now());
            clients.add(client, "staff:test");
            given.give(client.id(), person.value(), SCOPES, Instant.now());
            return client.id();
        });
    }

    @Test
    void who_takes_it_back_waits_for_it_and_ends_it() {
        var access = in(() -> {
            assertThat(agrees()).isTrue();
            var waits = CompletableFuture.runAsync(
                    () -> TenantContext.runAs(SIEGVO, () -> consents.takeBack(person, program)));
            Waiters.forUs(database);
            return new Given(access(), waits);
        });
        access.takenBack().join();

        assertThat(in(() -> authorizations.byId(access.id(), Instant.now()))).isEmpty();
        assertThat(in(this::agrees)).isFalse();
    }

    @Test
    void who_deletes_their_account_while_a_program_renews_its_access_waits_for_it_and_ends_it() {
        var known = in(this::access);
        var renewed = in(() -> {
            assertThat(agrees()).isTrue();
            var waits = CompletableFuture.runAsync(() -> TenantContext.runAs(SIEGVO, this::forget));
            Waiters.forUs(database);
            authorizations.lock(known);
            return new Given(known, waits);
        });
        renewed.takenBack().join();

        assertThat(in(() -> authorizations.byId(known, Instant.now()))).isEmpty();
        assertThat(in(this::agrees)).isFalse();
    }

    private void forget() {
        transaction.executeWithoutResult(
                status -> consents.on(new AccountDeleted(SIEGVO, person, new EmailAddress("a@exemple.fr"))));
    }

    @Test
    void what_is_given_and_not_taken_back_counts() {
        var access = in(this::access);

        assertThat(in(() -> authorizations.byId(access, Instant.now()))).isPresent();
        assertThat(in(this::agrees)).isTrue();
    }

    private record Given(UUID id, CompletableFuture<Void> takenBack) {}

    private boolean agrees() {
        return consents.hold(SIEGVO.slug() + ":" + person, program, SCOPES);
    }

    private UUID access() {
        var now = Instant.now();
        var granted = new Granted(
                UUID.randomUUID(),
                program,
                person.value(),
                0,
                "authorization_code",
                SCOPES,
                SCOPES,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                now,
                now.plusSeconds(600));
        authorizations.add(granted);
        return granted.id();
    }

    private <T> T in(Supplier<T> work) {
        return TenantContext.callAs(SIEGVO, () -> transaction.execute(status -> work.get()));
    }
}
