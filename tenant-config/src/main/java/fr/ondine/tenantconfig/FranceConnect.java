package fr.ondine.tenantconfig;

import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A utility's own client at FranceConnect v2; its secret, or its key, is a setting of the deployment, never written here.
 *
 * @param issuer where FranceConnect is, to the letter as it names itself; its other addresses are below it
 * @param signature how FranceConnect signs what it says of a sign-in
 * @param userinfo the form in which it tells who the person is; any other is refused
 * @param clientAuthentication how FranceConnect knows that it is asked by the utility
 * @param entityId under which it knows the utility: a portal with the same one sees the same persons
 */
public record FranceConnect(
        URI issuer,
        String clientId,
        Signature signature,
        Userinfo userinfo,
        @Nullable ClientAuthentication clientAuthentication,
        @Nullable String entityId) {

    /** How the utility shows at FranceConnect that it is itself: by a secret, or by what only its key can sign. */
    public enum ClientAuthentication {
        CLIENT_SECRET_POST,
        PRIVATE_KEY_JWT
    }

    /** The algorithm that was chosen with the client. */
    public enum Signature {
        ES256,
        RS256
    }

    /** A signed answer, or a plain one as the partners' form leaves it unless somebody asks. */
    public enum Userinfo {
        JWT_ES256,
        JWT_RS256,
        JSON
    }

    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z0-9._~:/-]{6,200}");

    public FranceConnect {
        Invalid.unless(IssuerAddress.isSafe(issuer), "issuer", "france-connect-issuer", issuer);
        Invalid.unless(IDENTIFIER.matcher(clientId).matches(), "clientId", "france-connect-identifier", clientId);
        Invalid.unless(
                entityId == null || IDENTIFIER.matcher(entityId).matches(),
                "entityId",
                "france-connect-identifier",
                String.valueOf(entityId));
    }

    /** Whether its own key answers for it; without a word, its secret does. */
    public boolean hasKey() {
        return clientAuthentication == ClientAuthentication.PRIVATE_KEY_JWT;
    }
}
