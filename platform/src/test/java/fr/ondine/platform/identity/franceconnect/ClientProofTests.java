package fr.ondine.platform.identity.franceconnect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ClientProofTests {

    private static ECKey key;

    @BeforeAll
    static void a_key() throws Exception {
        key = new ECKeyGenerator(Curve.P_256).keyID("first").generate();
    }

    @Test
    void a_secret_or_a_private_key_answers_for_a_client() {
        assertThat(new ClientProof("secret", null, null).secret()).contains("secret");
        assertThat(new ClientProof(null, key.toJSONString(), null).key()).contains(key);
    }

    @Test
    void the_next_key_is_shown_beside_the_one_that_signs() throws Exception {
        var next = new ECKeyGenerator(Curve.P_256).keyID("second").generate();

        var proof = new ClientProof(null, key.toJSONString(), next.toJSONString());

        assertThat(proof.key()).contains(key);
        assertThat(proof.shown()).containsExactly(key, next);
        assertThatThrownBy(() -> new ClientProof(null, key.toJSONString(), "{"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_is_no_proof_is_refused_at_the_start_and_is_not_told() throws Exception {
        assertThatThrownBy(() -> new ClientProof(" ", null, null)).isInstanceOf(IllegalArgumentException.class);
        var symmetric = new OctetSequenceKeyGenerator(256).keyID("first").generate();
        var nameless = new ECKeyGenerator(Curve.P_256).generate();
        Stream.of(key.toPublicJWK().toJSONString(), symmetric.toJSONString(), nameless.toJSONString(), "{", "")
                .forEach(text -> assertThatThrownBy(() -> new ClientProof(null, text, null))
                        .as(text)
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining("with its kid")
                        .hasNoCause());
        assertThat(new ClientProof("secret", key.toJSONString(), null).toString())
                .isEqualTo("ClientProof[…]");
    }
}
