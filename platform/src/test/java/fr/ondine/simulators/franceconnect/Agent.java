package fr.ondine.simulators.franceconnect;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Somebody at work, as their employer's provider tells ProConnect.
 *
 * @param name under which they are chosen, and known again
 */
public record Agent(String name, String givenName, String usualName, String email, String siret) implements Person {

    public static final String IDP = "71144ab3-ee1a-4401-b7b3-79b44f7daeeb";

    @Override
    public String label() {
        return givenName + " " + usualName;
    }

    @Override
    public String subject(Client client) {
        return Person.super.subject(client);
    }

    @Override
    public Map<String, Object> claims() {
        var claims = new LinkedHashMap<String, Object>();
        claims.put("given_name", givenName);
        claims.put("usual_name", usualName);
        claims.put("email", email);
        claims.put("uid", name);
        claims.put("siret", siret);
        claims.put("idp_id", IDP);
        return claims;
    }
}
