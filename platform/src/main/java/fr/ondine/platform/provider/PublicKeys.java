package fr.ondine.platform.provider;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.text.ParseException;

/** The keys by which a program shows who it is: P-256 alone, and never with their private half. */
final class PublicKeys {

    private static final int LONGEST = 10_000;
    private static final int MOST = 5;

    private PublicKeys() {}

    static void check(String pasted) {
        if (pasted.length() > LONGEST) {
            throw new ClientRefused("keys");
        }
        var keys = read(pasted).getKeys();
        if (keys.stream().anyMatch(JWK::isPrivate)) {
            throw new ClientRefused("keys-private");
        }
        if (keys.isEmpty() || keys.size() > MOST || !keys.stream().allMatch(PublicKeys::isUsable)) {
            throw new ClientRefused("keys");
        }
    }

    static JWKSet read(String pasted) {
        try {
            return pasted.contains("\"keys\"") ? JWKSet.parse(pasted) : new JWKSet(JWK.parse(pasted));
        } catch (ParseException none) {
            throw new ClientRefused("keys");
        }
    }

    private static boolean isUsable(JWK key) {
        return key instanceof ECKey curve && Curve.P_256.equals(curve.getCurve());
    }
}
