package fr.ondine.simulators.franceconnect;

import java.util.LinkedHashMap;
import java.util.Map;

/** The persons whom one may be at the simulator, as FranceConnect's own test identities are. */
public enum Identity implements Person {
    ANGELA("Angela Claire Louise", "DUBOIS", "", "angela.dubois@exemple.fr"),
    JEAN("Jean", "MARTIN", "DURAND", "jean.durand@exemple.fr"),
    ZOE("Zoé", "ÉTÉ-NOËL", "", "zoe@exemple.fr"),
    LEA("Léa", "BERNARD", "PETIT", "lea.petit@exemple.fr"),
    /** FranceConnect was never told an address. */
    ALI("Ali", "BEN", "", "");

    private final String givenName;
    private final String familyName;
    private final String usageName;
    private final String email;

    Identity(String givenName, String familyName, String usageName, String email) {
        this.givenName = givenName;
        this.familyName = familyName;
        this.usageName = usageName;
        this.email = email;
    }

    @Override
    public String subject(Client client) {
        return Person.super.subject(client);
    }

    public String email() {
        return email;
    }

    @Override
    public String label() {
        return givenName + " " + familyName;
    }

    @Override
    public Map<String, Object> claims() {
        var claims = new LinkedHashMap<String, Object>();
        claims.put("given_name", givenName);
        claims.put("family_name", familyName);
        if (!usageName.isEmpty()) {
            claims.put("preferred_username", usageName);
        }
        if (!email.isEmpty()) {
            claims.put("email", email);
        }
        return claims;
    }
}
