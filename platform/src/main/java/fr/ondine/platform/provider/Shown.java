package fr.ondine.platform.provider;

import java.util.Map;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;

/** The secret with which somebody came, carried along to where it is used up. */
record Shown(Kind kind, String secret) {

    private static final String ATTRIBUTE = Shown.class.getName();

    enum Kind {
        NOTHING,
        CONSENT,
        CODE,
        ACCESS,
        REFRESH
    }

    static Shown nothing() {
        return new Shown(Kind.NOTHING, "");
    }

    static Shown in(OAuth2Authorization authorization) {
        return authorization.getAttributes().get(ATTRIBUTE) instanceof Shown shown ? shown : nothing();
    }

    void putInto(Map<String, Object> attributes) {
        attributes.put(ATTRIBUTE, this);
    }

    boolean is(Kind other, OAuth2Token token) {
        return kind == other && secret.equals(token.getTokenValue());
    }

    /** Never the secret. */
    @Override
    public String toString() {
        return "Shown[" + kind + "]";
    }
}
