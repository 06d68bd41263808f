package fr.ondine.simulators.franceconnect;

import java.util.Map;
import java.util.function.UnaryOperator;

/** What can be wrong with something that is signed. */
public enum Fault {
    BAD_SIGNATURE(claims -> claims),
    ALG_NONE(claims -> claims),
    WRONG_SUB(claims -> with(claims, "sub", "0".repeat(64) + "v1")),
    WRONG_AUD(claims -> with(claims, "aud", "another-client")),
    WRONG_ISS(claims -> with(claims, "iss", "https://evil.example/api/v2")),
    WRONG_NONCE(claims -> with(claims, "nonce", "x".repeat(43))),
    WRONG_ACR(claims -> with(claims, "acr", "eidas0")),
    EXPIRED(claims -> with(with(claims, "exp", 1_000_000_060L), "iat", 1_000_000_000L));

    private final UnaryOperator<Map<String, Object>> change;

    Fault(UnaryOperator<Map<String, Object>> change) {
        this.change = change;
    }

    Map<String, Object> changed(Map<String, Object> claims) {
        return change.apply(claims);
    }

    private static Map<String, Object> with(Map<String, Object> claims, String name, Object value) {
        claims.put(name, value);
        return claims;
    }
}
