package fr.ondine.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.platform.provider.ApiCaller;
import fr.ondine.platform.provider.ProviderLimits;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.testing.Utilities;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How often programs may ask, and guess, at a utility that no other test of the provider uses. */
class ProviderLimitsTests extends ProviderPortal {

    private static final TenantId BUSY = Utilities.MALESHERBOIS;
    private static final String HOME = "127.0.0.1";
    private static final Map<String, String> GRANT = Map.of("grant_type", "client_credentials");

    @Autowired
    ProviderLimits limits;

    @Test
    void wrong_secrets_count_right_ones_do_not_and_who_guesses_waits() {
        var machine = machine(BUSY);
        var wrong = new Program(machine.http(), machine.host(), machine.clientId(), "wrong");
        TenantContext.runAs(BUSY, () -> {
            for (var one = 0; one < 59; one++) {
                limits.takeRefusal(HOME);
            }
        });

        assertThat(machine.token(GRANT).status()).isEqualTo(200);
        assertThat(machine.token(GRANT).status()).isEqualTo(200);
        assertThat(wrong.token(GRANT).status()).isEqualTo(401);
        var refused = machine.token(GRANT);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).isPresent();
        assertThat(machine(HERE).token(GRANT).status()).as("at another utility").isEqualTo(200);
    }

    @Test
    void a_program_that_asks_too_often_is_told_when_to_come_again_and_keeps_nobody_else_out() {
        var busy = machine(HERE);
        var token = access(busy);
        var id = UUID.fromString(
                one(HERE, "select id from provider_client where client_id = '" + busy.clientId() + "'"));
        var refused = push(busy, token);
        // permits come back ten a second: somebody else may be quicker than the request
        for (var tries = 0; refused.status() != 429 && tries < 20; tries++) {
            TenantContext.runAs(HERE, () -> {
                for (var left = true; left; ) {
                    left = !limits.take(new ApiCaller(HERE.slug(), id, null, Set.of()))
                            .isRefused();
                }
            });
            refused = push(busy, token);
        }

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).isPresent();
        assertThat(refused.header("RateLimit").orElse("")).contains("r=0");
        assertThat(refused.header("RateLimit-Policy").orElse("")).contains("q=600", "w=60");
        assertThat(Program.text(refused, "type")).isEqualTo("urn:ondine:problem:program-busy");
        var calm = machine(HERE);
        assertThat(push(calm, access(calm)).status()).isEqualTo(422);
    }

    private static RawHttp.Answer push(Program program, String token) {
        return program.http()
                .post(
                        program.host(),
                        "/api/v1/readings",
                        "{\"readings\":[]}",
                        "Content-Type: application/json",
                        "Authorization: Bearer " + token,
                        "Idempotency-Key: k");
    }
}
