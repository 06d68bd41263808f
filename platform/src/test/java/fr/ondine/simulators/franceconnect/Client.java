package fr.ondine.simulators.franceconnect;

import com.nimbusds.jose.jwk.JWK;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;

/**
 * A utility's client as FranceConnect knows it.
 *
 * @param entity whose persons keep their identifier; another one sees them under other ones
 * @param origin where the portal is
 * @param signedUserinfo whether who the person is comes signed, by the same algorithm
 * @param key by which the utility answers for itself instead of the secret
 * @param dialect of whom it is a client
 */
public record Client(
        String id,
        String secret,
        String entity,
        URI origin,
        SignatureAlgorithm algorithm,
        boolean signedUserinfo,
        @Nullable JWK key,
        Dialect dialect) {

    public Client(
            String id, String secret, String entity, URI origin, SignatureAlgorithm algorithm, boolean signedUserinfo) {
        this(id, secret, entity, origin, algorithm, signedUserinfo, null);
    }

    public Client(
            String id,
            String secret,
            String entity,
            URI origin,
            SignatureAlgorithm algorithm,
            boolean signedUserinfo,
            @Nullable JWK key) {
        this(id, secret, entity, origin, algorithm, signedUserinfo, key, Dialect.FRANCE_CONNECT);
    }

    /** One of ProConnect, which signs all that it says. */
    public static Client atWork(String id, String secret, URI origin, SignatureAlgorithm algorithm) {
        return new Client(id, secret, id, origin, algorithm, true, null, Dialect.PRO_CONNECT);
    }

    /** The same, whose answers about a person come signed or not. */
    public Client signing(boolean userinfo) {
        return new Client(id, secret, entity, origin, algorithm, userinfo, key, dialect);
    }

    String callback() {
        return origin + dialect.callback();
    }

    String afterLogout() {
        return origin + dialect.afterLogout();
    }
}
