package fr.ondine.tenantconfig;

import java.net.URI;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A utility's own client at FranceConnect v2; its secret is a setting of the deployment, never written here.
 *
 * @param issuer where FranceConnect is, to the letter as it names itself; its other addresses are below it
 * @param signature how FranceConnect signs what it says of a sign-in
 * @param userinfo the form in which it tells who the person is; any other is refused
 * @param entityId under which it knows the utility: a portal with the same one sees the same persons
 */
public record FranceConnect(
        URI issuer,
        String clientId,
        Signature signature,
        Userinfo userinfo,
        @Nullable String entityId) {

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
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1");

    public FranceConnect {
        Invalid.unless(isIssuer(issuer), "issuer", "france-connect-issuer", issuer);
        Invalid.unless(IDENTIFIER.matcher(clientId).matches(), "clientId", "france-connect-identifier", clientId);
        Invalid.unless(
                entityId == null || IDENTIFIER.matcher(entityId).matches(),
                "entityId",
                "france-connect-identifier",
                String.valueOf(entityId));
    }

    /** Under TLS, but on this machine: whoever reads the way there would read the utility's secret. */
    private static boolean isIssuer(URI issuer) {
        return issuer.getHost() != null
                && issuer.getRawQuery() == null
                && issuer.getRawFragment() == null
                && issuer.getRawUserInfo() == null
                && !issuer.toString().endsWith("/")
                && ("https".equals(issuer.getScheme())
                        || "http".equals(issuer.getScheme()) && THIS_MACHINE.contains(issuer.getHost()));
    }
}
