package fr.ondine.simulators.franceconnect;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The persons whom one may be at the simulator, as FranceConnect's own test identities are. */
public enum Identity {
    ANGELA("Angela Claire Louise", "DUBOIS", "", "angela.dubois@exemple.fr"),
    JEAN("Jean", "MARTIN", "DURAND", "jean.durand@exemple.fr"),
    ZOE("Zoé", "ÉTÉ-NOËL", "", "zoe@exemple.fr"),
    /** FranceConnect was never told an address. */
    ALI("Ali", "BEN", "", "");

    static final Set<String> SCOPES = Set.of(
            "openid", "profile", "email", "given_name", "family_name", "preferred_username", "birthdate", "gender");

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

    /** What one client calls the person: 64 signs and {@code v1}. */
    public String subject(Client client) {
        return subject(name(), client);
    }

    static String subject(String person, Client client) {
        try {
            var digest = MessageDigest.getInstance("SHA-256")
                    .digest((client.entity() + "|" + person).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest) + "v1";
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public String email() {
        return email;
    }

    String label() {
        return givenName + " " + familyName;
    }

    Map<String, Object> claims() {
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
