package fr.ondine.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.provider.ClientKind;
import fr.ondine.platform.provider.ClientScope;
import fr.ondine.platform.provider.ClientWish;
import fr.ondine.platform.provider.ProviderClients;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.StaffRole;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.testing.ProvenStaff;
import fr.ondine.testing.Utilities;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Programs and subscribers of two utilities, for tests of their providers. */
abstract class ProviderPortal extends DeskPortal {

    static final TenantId HERE = Utilities.SIEGVO;
    static final TenantId THERE = Utilities.ILEO;
    static final Set<ClientScope> OF_PEOPLE = Set.copyOf(ClientScope.of(ClientKind.APPLICATION));
    static final Set<ClientScope> OF_MACHINES = Set.copyOf(ClientScope.of(ClientKind.MACHINE));

    @LocalServerPort
    int port;

    @Autowired
    ProviderClients clients;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    /** Of those that other tests registered, a utility has room for so many. */
    @BeforeEach
    void nobody_is_known_yet() {
        for (var utility : List.of(HERE, THERE)) {
            in(utility, "update provider_client set withdrawn_at = now() where withdrawn_at is null");
        }
    }

    static CurrentStaff administrator(TenantId utility) {
        return ProvenStaff.of(
                utility.slug(), UUID.randomUUID(), "anne@exemple.fr", "Anne Martin", StaffRole.ADMINISTRATOR, 0);
    }

    String host(TenantId utility) {
        return utility.slug() + ".localhost:" + port;
    }

    Program application(TenantId utility) {
        return register(
                utility, new ClientWish("Suivi conso", ClientKind.APPLICATION, OF_PEOPLE, List.of(Program.BACK), null));
    }

    Program machine(TenantId utility) {
        return register(utility, new ClientWish("Facturation", ClientKind.MACHINE, OF_MACHINES, List.of(), null));
    }

    Program machine(TenantId utility, ECKey key) {
        return register(
                utility,
                new ClientWish(
                        "Facturation",
                        ClientKind.MACHINE,
                        OF_MACHINES,
                        List.of(),
                        key.toPublicJWK().toJSONString()));
    }

    Program register(TenantId utility, ClientWish wish) {
        var fresh = TenantContext.callAs(utility, () -> clients.register(administrator(utility), wish));
        return new Program(new RawHttp(port), host(utility), fresh.clientId(), String.valueOf(fresh.secret()));
    }

    static ECKey key() {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyID(UUID.randomUUID().toString())
                    .generate();
        } catch (com.nimbusds.jose.JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    UserId subscriber(TenantId utility) {
        var user = new UserId(UUID.randomUUID());
        in(
                utility,
                "insert into user_account (id, email, first_name, last_name, state, created_at, activated_at)"
                        + " values ('" + user.value() + "', '" + user.value()
                        + "@exemple.fr', 'Pierre', 'Dupont', 'ACTIVE', now(), now())");
        return user;
    }

    int in(TenantId utility, String sql) {
        return TenantContext.callAs(
                utility, () -> transaction.execute(status -> database.sql(sql).update()));
    }

    String one(TenantId utility, String sql) {
        return TenantContext.callAs(
                utility,
                () -> transaction.execute(
                        status -> String.valueOf(database.sql(sql).query().singleValue())));
    }

    String session(TenantId utility, UserId user) {
        return cookie(utility, SignInWithoutAsking.path(user));
    }

    String cookie(TenantId utility, String path) {
        return new RawHttp(port)
                .get(host(utility), path)
                .header("Set-Cookie")
                .orElseThrow()
                .split(";")[0];
    }

    String access(Program machine) {
        var answer = machine.token(Map.of("grant_type", "client_credentials", "scope", "readings:write"));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return Program.text(answer, "access_token");
    }

    static void assertRefused(RawHttp.Answer answer, String error) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(Program.text(answer, "error")).isEqualTo(error);
    }

    static List<RawHttp.Answer> atOnce(Callable<RawHttp.Answer> work, int times) throws Exception {
        try (var all = Executors.newFixedThreadPool(times)) {
            var begun = java.util.stream.IntStream.range(0, times)
                    .mapToObj(one -> all.submit(work))
                    .toList();
            var answers = new java.util.ArrayList<RawHttp.Answer>();
            for (var one : begun) {
                answers.add(one.get());
            }
            return answers;
        }
    }
}
