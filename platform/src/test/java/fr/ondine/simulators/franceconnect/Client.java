package fr.ondine.simulators.franceconnect;

import java.net.URI;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;

/**
 * A utility's client as FranceConnect knows it.
 *
 * @param entity whose persons keep their identifier; another one sees them under other ones
 * @param origin where the portal is
 * @param signedUserinfo whether who the person is comes signed, by the same algorithm
 */
public record Client(
        String id, String secret, String entity, URI origin, SignatureAlgorithm algorithm, boolean signedUserinfo) {

    String callback() {
        return origin + "/login/oauth2/code/franceconnect";
    }

    String afterLogout() {
        return origin + "/deconnexion";
    }
}
