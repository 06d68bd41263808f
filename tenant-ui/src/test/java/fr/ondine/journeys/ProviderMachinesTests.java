package fr.ondine.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import com.nimbusds.jose.jwk.JWKSet;
import fr.ondine.platform.factors.ProofNeeded;
import fr.ondine.platform.provider.ClientKind;
import fr.ondine.platform.provider.ClientRefused;
import fr.ondine.platform.provider.ClientScope;
import fr.ondine.platform.provider.ClientWish;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.RoleMissing;
import fr.ondine.platform.staff.StaffRole;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.testing.ProvenStaff;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Machines come for the utility itself, and administrators alone register who comes. */
class ProviderMachinesTests extends ProviderPortal {

    @Test
    void a_machine_comes_by_its_secret_or_its_key() {
        var bySecret = machine(HERE);
        assertThat(bySecret.isActive(access(bySecret))).isTrue();
        assertThat(new Program(bySecret.http(), bySecret.host(), bySecret.clientId(), "wrong")
                        .token(Map.of("grant_type", "client_credentials"))
                        .status())
                .isEqualTo(401);

        var key = key();
        var byKey = machine(HERE, key);
        var soon = Clock.systemUTC().instant().plusSeconds(60);
        var grant = Map.of("grant_type", "client_credentials", "scope", "readings:write");
        var assertion = byKey.assertion(key, byKey.issuer(), soon);
        assertThat(byKey.postSigned("/oauth2/token", grant, assertion).status()).isEqualTo(200);
        assertThat(byKey.postSigned("/oauth2/token", grant, assertion).status())
                .as("a second time")
                .isEqualTo(401);
        var wrong = Map.of(
                "another's key", byKey.assertion(key(), byKey.issuer(), soon),
                "for the token's address", byKey.assertion(key, byKey.issuer() + "/oauth2/token", soon),
                "for another utility", byKey.assertion(key, "http://" + host(THERE), soon),
                "over", byKey.assertion(key, byKey.issuer(), soon.minusSeconds(600)),
                "for a day", byKey.assertion(key, byKey.issuer(), soon.plus(Duration.ofDays(1))),
                "without a name of its own", byKey.assertion(key, byKey.issuer(), soon, claims -> claims.jwtID("")),
                "in another's name", byKey.assertion(key, byKey.issuer(), soon, claims -> claims.issuer("x")),
                "of another", byKey.assertion(key, byKey.issuer(), soon, claims -> claims.subject("x")),
                "for somebody else too",
                        byKey.assertion(
                                key,
                                byKey.issuer(),
                                soon,
                                claims -> claims.audience(List.of(byKey.issuer(), "http://" + host(THERE)))));
        assertSoftly(softly -> wrong.forEach((what, shown) -> softly.assertThat(
                        byKey.postSigned("/oauth2/token", grant, shown).status())
                .as(what)
                .isEqualTo(401)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/oauth2/token", "/oauth2/introspect", "/oauth2/revoke"})
    void a_program_that_shows_nothing_is_told_so_and_led_to_no_sign_in(String path) {
        var refused = new RawHttp(port)
                .post(
                        host(HERE),
                        path,
                        "grant_type=client_credentials&token=x",
                        "Content-Type: application/x-www-form-urlencoded");

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.header("Location")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/oauth2/token", "/oauth2/introspect", "/oauth2/revoke"})
    void whoever_only_asks_where_programs_send_is_told_so_and_led_to_no_sign_in(String path) {
        var refused = new RawHttp(port).get(host(HERE), path + "?grant_type=client_credentials");

        assertThat(refused.status()).isEqualTo(405);
        assertThat(refused.header("Allow")).contains("POST");
        assertThat(refused.header("Location")).isEmpty();
    }

    @Test
    void a_machine_gets_what_it_was_let_do_and_nobody_elses_way() {
        var machine = machine(HERE);
        assertRefused(machine.token(Map.of("grant_type", "client_credentials", "scope", "own:read")), "invalid_scope");
        assertThat(application(HERE)
                        .token(Map.of("grant_type", "client_credentials"))
                        .text())
                .contains("unauthorized_client");
        for (var grant : List.of(
                "password",
                "urn:ietf:params:oauth:grant-type:token-exchange",
                "urn:ietf:params:oauth:grant-type:device_code")) {
            assertThat(machine.token(Map.of("grant_type", grant, "username", "a", "password", "b"))
                            .status())
                    .as(grant)
                    .isEqualTo(400);
        }
    }

    @Test
    void who_is_withdrawn_is_out_at_once() {
        var machine = machine(HERE);
        var token = access(machine);
        var id = UUID.fromString(
                one(HERE, "select id from provider_client where client_id = '" + machine.clientId() + "'"));

        TenantContext.runAs(HERE, () -> clients.withdraw(administrator(HERE), id));

        assertThat(machine.token(Map.of("grant_type", "client_credentials")).status())
                .isEqualTo(401);
        assertThat(machine(HERE).isActive(token)).isFalse();
    }

    @Test
    void a_session_alone_registers_no_program() {
        var unproven =
                new CurrentStaff(HERE.slug(), UUID.randomUUID(), "a@exemple.fr", "Anne", StaffRole.ADMINISTRATOR, 0);
        TenantContext.runAs(
                HERE,
                () -> assertThatThrownBy(() -> clients.register(unproven, wish(Program.BACK)))
                        .isInstanceOf(ProofNeeded.class));
    }

    @Test
    void administrators_alone_register_and_only_what_can_be() {
        var agent = ProvenStaff.of(HERE.slug(), UUID.randomUUID(), "p@exemple.fr", "Paul", StaffRole.BILLER, 0);
        TenantContext.runAs(HERE, () -> {
            assertThatThrownBy(() -> clients.all(agent)).isInstanceOf(RoleMissing.class);
            assertThatThrownBy(() -> clients.register(agent, wish(Program.BACK)))
                    .isInstanceOf(RoleMissing.class);
            assertThatThrownBy(() -> clients.withdraw(agent, UUID.randomUUID())).isInstanceOf(RoleMissing.class);
            assertThatThrownBy(() -> clients.all(administrator(THERE))).isInstanceOf(RoleMissing.class);
            for (var address : List.of(
                    "http://partenaire.exemple.fr/",
                    "http://localhost/",
                    "https://*.exemple.fr/",
                    "https://exemple.fr/#a",
                    "https://moi@exemple.fr/",
                    "https:/exemple.fr",
                    "javascript:alert(1)",
                    "/retour",
                    "")) {
                assertThatThrownBy(() -> clients.register(administrator(HERE), wish(address)))
                        .as(address)
                        .isInstanceOf(ClientRefused.class);
            }
            assertThatThrownBy(() -> clients.register(
                            administrator(HERE),
                            new ClientWish("X", ClientKind.MACHINE, OF_MACHINES, List.of(), key().toJSONString())))
                    .hasMessageContaining("keys-private");
            assertThatThrownBy(() -> clients.register(
                            administrator(HERE),
                            new ClientWish("X", ClientKind.MACHINE, Set.of(ClientScope.OWN_READ), List.of(), null)))
                    .hasMessageContaining("scopes");
            assertThat(clients.register(administrator(HERE), wish("http://127.0.0.1/retour"))
                            .secret())
                    .startsWith("ondc_");
        });
    }

    private static ClientWish wish(String redirect) {
        return new ClientWish("X", ClientKind.APPLICATION, OF_PEOPLE, List.of(redirect), null);
    }

    private JWKSet keys() throws Exception {
        return JWKSet.parse(new RawHttp(port).get(host(HERE), "/oauth2/jwks").body());
    }
}
