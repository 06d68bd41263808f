package fr.ondine.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.PlainHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import fr.ondine.platform.kernel.RawToken;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Tokens that are right but for one thing each: signed by a key that is published, and known as given out. So each thing
 * that is asked of a token is seen to be asked by itself.
 */
class ForgedTokensTests extends ProviderPortal {

    private static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");

    private final Instant now = Clock.systemUTC().instant();
    private Program machine;
    private ECKey key;

    @BeforeEach
    void a_program_with_a_token_and_a_key_that_everybody_knows() {
        machine = machine(HERE);
        access(machine);
        key = key();
        in(
                HERE,
                "insert into provider_key (id, state, public_key, private_key, created_at, leaves_at) values ('"
                        + key.getKeyID() + "', 'RETIRED', '" + key.toPublicJWK().toJSONString()
                        + "', '\\x00', now(), now() + interval '1 day')");
    }

    @Test
    void each_thing_that_is_asked_of_a_token_is_asked() {
        assertThat(status(signed(right()))).as("all is right").isEqualTo(422);
        var there = "http://" + host(THERE);
        var wrong = Map.<String, UnaryOperator<JWTClaimsSet.Builder>>of(
                "another issuer", claims -> claims.issuer(there),
                "no issuer", claims -> claims.issuer(null),
                "for another utility", claims -> claims.audience(there + "/api/v1"),
                "for whom it is that asks", claims -> claims.audience(machine.clientId()),
                "for nobody", claims -> claims.audience((String) null),
                "over", claims -> claims.expirationTime(Date.from(now.minusSeconds(300))),
                "without an end", claims -> claims.expirationTime(null),
                "not yet", claims -> claims.notBeforeTime(Date.from(now.plusSeconds(300))));
        assertSoftly(softly -> wrong.forEach((what, change) -> softly.assertThat(status(signed(change.apply(right()))))
                .as(what)
                .isEqualTo(401)));
    }

    @Test
    void another_type_another_key_and_another_algorithm_open_nothing() throws JOSEException {
        assertThat(status(signed(right(), JOSEObjectType.JWT, key))).isEqualTo(401);
        assertThat(status(signed(right(), null, key))).isEqualTo(401);
        assertThat(status(signed(right(), TYPE, key()))).as("not published").isEqualTo(401);
        assertThat(status(signed(
                        right(),
                        TYPE,
                        new ECKey.Builder(key()).keyID(key.getKeyID()).build())))
                .as("another's signature")
                .isEqualTo(401);
        assertThat(status(new PlainJWT(new PlainHeader.Builder().type(TYPE).build(), right().build()).serialize()))
                .as("signed by nobody")
                .isEqualTo(401);
        var published = key.toPublicJWK().toJSONString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
        assertThat(status(signed(right(), TYPE, JWSAlgorithm.HS256, new MACSigner(published))))
                .as("what is public taken for a secret")
                .isEqualTo(401);
    }

    @Test
    void a_token_that_nobody_gave_out_or_that_was_revoked_opens_nothing() {
        var unknown = signed(right());
        assertThat(push(unknown).status()).isEqualTo(401);

        var token = known(signed(right()), "now()");
        assertThat(push(token).status()).isEqualTo(401);
    }

    @Test
    void a_token_says_no_more_than_what_its_program_was_let_do() {
        in(
                HERE,
                "update provider_authorization set scopes = array['invoices:read'] where client_id = (select id from"
                        + " provider_client where client_id = '" + machine.clientId() + "')");

        assertThat(status(signed(right()))).isEqualTo(403);
    }

    private JWTClaimsSet.Builder right() {
        return new JWTClaimsSet.Builder()
                .issuer(machine.issuer())
                .subject(machine.clientId())
                .audience(machine.issuer() + "/api/v1")
                .claim("scope", "readings:write")
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(120)));
    }

    private String signed(JWTClaimsSet.Builder claims) {
        return signed(claims, TYPE, key);
    }

    private static String signed(JWTClaimsSet.Builder claims, @Nullable JOSEObjectType type, ECKey by) {
        try {
            return signed(claims, type, JWSAlgorithm.ES256, by.getKeyID(), new ECDSASigner(by));
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String signed(JWTClaimsSet.Builder claims, JOSEObjectType type, JWSAlgorithm algorithm, JWSSigner by)
            throws JOSEException {
        return signed(claims, type, algorithm, key.getKeyID(), by);
    }

    private static String signed(
            JWTClaimsSet.Builder claims, @Nullable JOSEObjectType type, JWSAlgorithm algorithm, String id, JWSSigner by)
            throws JOSEException {
        var jwt = new SignedJWT(
                new JWSHeader.Builder(algorithm).type(type).keyID(id).build(), claims.build());
        jwt.sign(by);
        return jwt.serialize();
    }

    private int status(String token) {
        return push(known(token, "null")).status();
    }

    /** As if it had been given out to the program, and revoked since where that is said. */
    private String known(String token, String revoked) {
        in(
                HERE,
                "insert into provider_access (digest, authorization_id, issued_at, expires_at, revoked_at) select '\\x"
                        + HexFormat.of().formatHex(new RawToken(token).digest()) + "', a.id, now(), a.ends_at, "
                        + revoked
                        + " from provider_authorization a join provider_client c on c.id = a.client_id"
                        + " where c.client_id = '" + machine.clientId() + "'");
        return token;
    }

    private RawHttp.Answer push(String token) {
        return machine.http()
                .post(
                        machine.host(),
                        "/api/v1/readings",
                        "{\"readings\":[]}",
                        "Content-Type: application/json",
                        "Authorization: Bearer " + token,
                        "Idempotency-Key: " + UUID.randomUUID());
    }
}
