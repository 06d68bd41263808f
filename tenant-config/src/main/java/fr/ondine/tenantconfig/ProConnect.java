package fr.ondine.tenantconfig;

import fr.ondine.tenantconfig.FranceConnect.Signature;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A utility's own client at ProConnect, by which those who work there may come in; its secret is a setting of the
 * deployment, never written here.
 *
 * @param issuer where ProConnect is, to the letter as it names itself; its other addresses are below it
 * @param signature how ProConnect signs what it says of a sign-in and of a person
 * @param sirets whose people may come in, once they are invited: nobody else is, whoever invites them
 */
public record ProConnect(URI issuer, String clientId, Signature signature, List<Siret> sirets) {

    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z0-9._~:/-]{6,200}");

    public ProConnect {
        Invalid.unless(IssuerAddress.isSafe(issuer), "issuer", "pro-connect-issuer", issuer);
        Invalid.unless(IDENTIFIER.matcher(clientId).matches(), "clientId", "pro-connect-identifier", clientId);
        Invalid.whenEmpty("sirets", sirets);
        Invalid.whenRepeated("sirets", sirets);
    }

    /** Whether people of that place may come in. */
    public boolean isFor(String siret) {
        return sirets.stream().anyMatch(one -> one.value().equals(siret));
    }
}
