package fr.ondine.platform.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import fr.ondine.platform.staff.StaffRole;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.platform.tenancy.TenantProvisioning;
import fr.ondine.testing.PlatformTest;
import fr.ondine.testing.ProvenStaff;
import fr.ondine.testing.Utilities;
import java.text.ParseException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.crypto.AEADBadTagException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.transaction.support.TransactionTemplate;

/** Keys change without a token that anybody who knows the published ones would refuse. */
@PlatformTest
class ProviderKeysTests {

    @Autowired
    TenantProvisioning provisioning;

    @Autowired
    ProviderKeys keys;

    @Autowired
    ProviderClients clients;

    @Autowired
    TokenSigner signer;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    private TenantId utility;

    @BeforeEach
    void a_utility_that_lets_a_program_in() {
        utility = provisioning.provision(Utilities.like(
                Utilities.SIEGVO, "k" + UUID.randomUUID().toString().substring(0, 8)));
        at(() -> clients.register(
                ProvenStaff.of(utility.slug(), UUID.randomUUID(), "a@exemple.fr", "Anne", StaffRole.ADMINISTRATOR, 0),
                new ClientWish(
                        "Facturation", ClientKind.MACHINE, Set.of(ClientScope.READINGS_WRITE), List.of(), null)));
    }

    @Test
    void the_first_program_has_a_key_made_that_signs_and_one_that_is_only_known() {
        assertThat(states()).containsExactly("ACTIVE", "NEXT");
        at(() -> assertThat(keys.published().getKeys()).hasSize(2).noneMatch(key -> key.isPrivate()));
        assertThat(sql("select string_agg(encode(private_key, 'escape'), ' ') from provider_key"))
                .as("sealed")
                .doesNotContain("\"d\"");
    }

    @Test
    void a_token_from_before_during_and_after_a_change_is_verified_by_the_old_and_the_new_list() {
        var listBefore = published();
        var before = signed();

        announceLongAgo();
        at(() -> keys.rotate("staff:test"));
        var during = signed();
        var listDuring = published();
        assertThat(kid(during)).isNotEqualTo(kid(before));
        at(keys::keepUp);
        announceLongAgo();
        at(() -> keys.rotate("staff:test"));
        var after = signed();

        assertVerified(before, listBefore, listDuring, published());
        assertVerified(during, listBefore, listDuring, published());
        assertVerified(after, listDuring, published());
        assertThat(states()).containsExactly("ACTIVE", "NEXT", "RETIRED", "RETIRED");
    }

    @Test
    void a_key_that_not_everybody_can_know_does_not_sign() {
        var before = kid(signed());

        at(() -> assertThatThrownBy(() -> keys.rotate("staff:test"))
                .isInstanceOf(KeyRefused.class)
                .hasMessageContaining("too-early"));

        assertThat(kid(signed())).isEqualTo(before);
    }

    @Test
    void keys_keep_up_by_themselves_and_those_that_nothing_needs_go() {
        var first = kid(signed());
        at(keys::keepUp);
        assertThat(kid(signed())).as("not before its time").isEqualTo(first);

        announceLongAgo();
        sql("update provider_key set activated_at = now() - interval '91 days' where state = 'ACTIVE' returning 1");
        at(keys::keepUp);
        assertThat(kid(signed())).isNotEqualTo(first);
        assertThat(published().getKeyByKeyId(first)).isNotNull();

        sql("update provider_key set leaves_at = now() - interval '1 second' where state = 'RETIRED' returning 1");
        at(keys::keepUp);
        assertThat(published().getKeyByKeyId(first)).isNull();
        assertThat(states()).containsExactly("ACTIVE", "NEXT");
    }

    @Test
    void nodes_that_change_it_at_once_change_it_once_and_tokens_go_on() throws Exception {
        announceLongAgo();
        try (var nodes = Executors.newFixedThreadPool(6)) {
            var signing = IntStream.range(0, 20)
                    .mapToObj(one -> nodes.submit(this::signed))
                    .toList();
            var turns = IntStream.range(0, 3)
                    .mapToObj(one -> nodes.submit(() -> at(() -> {
                        try {
                            keys.rotate("staff:test");
                        } catch (KeyRefused lateAndTooEarlyForTheNext) {
                            // another was first: the next one was only just made
                        }
                    })))
                    .toList();
            for (var turn : turns) {
                turn.get();
            }
            for (var token : signing) {
                assertVerified(token.get(), published());
            }
        }
        assertThat(states()).containsExactly("ACTIVE", "NEXT", "RETIRED");
        assertThat(sql("select count(*) from audit_entry where action = 'provider.key-turned'"))
                .isEqualTo("1");
    }

    @Test
    void a_key_of_another_utility_is_not_opened_here() {
        var other = provisioning.provision(Utilities.like(
                Utilities.SIEGVO, "k" + UUID.randomUUID().toString().substring(0, 8)));
        var stolen = transaction(utility, "select encode(private_key, 'hex') from provider_key where state = 'ACTIVE'");
        transaction(
                other,
                "insert into provider_key (id, state, public_key, private_key, created_at) values ('x', 'ACTIVE', '{}', decode('"
                        + stolen + "', 'hex'), now()) returning 1");

        TenantContext.runAs(
                other,
                () -> assertThatThrownBy(() -> keys.signing()).hasRootCauseInstanceOf(AEADBadTagException.class));
    }

    private String signed() {
        return TenantContext.callAs(
                utility,
                () -> signer.encode(JwtEncoderParameters.from(
                                JwsHeader.with(SignatureAlgorithm.ES256).build(),
                                JwtClaimsSet.builder().subject("x").build()))
                        .getTokenValue());
    }

    private static void assertVerified(String token, JWKSet... lists) {
        for (var list : lists) {
            try {
                var parsed = SignedJWT.parse(token);
                var key = list.getKeyByKeyId(parsed.getHeader().getKeyID());
                assertThat(key).as("known").isNotNull();
                assertThat(parsed.verify(new ECDSAVerifier(key.toECKey()))).isTrue();
            } catch (ParseException | JOSEException broken) {
                throw new AssertionError(broken);
            }
        }
    }

    private static String kid(String token) {
        try {
            return SignedJWT.parse(token).getHeader().getKeyID();
        } catch (ParseException broken) {
            throw new AssertionError(broken);
        }
    }

    private JWKSet published() {
        return TenantContext.callAs(utility, keys::published);
    }

    private void announceLongAgo() {
        sql("update provider_key set created_at = now() - interval '2 days' where state = 'NEXT' returning 1");
    }

    private List<String> states() {
        return List.of(sql("select string_agg(state, ',' order by state) from provider_key")
                .split(","));
    }

    private String sql(String sql) {
        return transaction(utility, sql);
    }

    private String transaction(TenantId where, String sql) {
        return TenantContext.callAs(
                where,
                () -> transaction.execute(
                        status -> String.valueOf(database.sql(sql).query().singleValue())));
    }

    private void at(Runnable work) {
        TenantContext.runAs(utility, work);
    }
}
