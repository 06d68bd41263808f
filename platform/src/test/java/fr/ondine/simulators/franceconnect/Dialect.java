package fr.ondine.simulators.franceconnect;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** As which of the State's providers it speaks: what each asks for, knows and refuses. */
public enum Dialect {
    FRANCE_CONNECT(
            "FranceConnect",
            "Y030007",
            Set.of("client_id", "acr_values", "response_type", "nonce", "state", "redirect_uri", "scope"),
            Set.of("claims", "prompt", "idp_hint", "ui_locales"),
            "/login/oauth2/code/franceconnect",
            "/deconnexion",
            Set.of(
                    "openid",
                    "profile",
                    "email",
                    "given_name",
                    "family_name",
                    "preferred_username",
                    "birthdate",
                    "gender")),
    PRO_CONNECT(
            "ProConnect",
            "Y000400",
            Set.of("client_id", "response_type", "nonce", "state", "redirect_uri", "scope"),
            Set.of("claims", "prompt", "idp_hint", "login_hint"),
            "/gestion/connexion/proconnect/retour",
            "/gestion/deconnexion",
            Set.of("openid", "given_name", "usual_name", "email", "uid", "siret", "idp_id", "phone"));

    private static final int SHORTEST_NONCE = 22;
    private static final int SHORTEST_AT_WORK = 32;

    private final String title;
    private final String malformed;
    private final Set<String> needed;
    private final Set<String> possible;
    private final String callback;
    private final String afterLogout;
    private final Set<String> scopes;

    Dialect(
            String title,
            String malformed,
            Set<String> needed,
            Set<String> possible,
            String callback,
            String afterLogout,
            Set<String> scopes) {
        this.title = title;
        this.malformed = malformed;
        this.needed = needed;
        this.possible = possible;
        this.callback = callback;
        this.afterLogout = afterLogout;
        this.scopes = scopes;
    }

    String title() {
        return title;
    }

    /** What its page says of a question that it does not understand. */
    String malformed() {
        return malformed;
    }

    String callback() {
        return callback;
    }

    String afterLogout() {
        return afterLogout;
    }

    Set<String> scopes() {
        return scopes;
    }

    /** What is wrong with a question that leads nowhere. */
    Optional<String> wrong(Map<String, String[]> parameters) {
        for (var parameter : parameters.entrySet()) {
            if (!needed.contains(parameter.getKey()) && !possible.contains(parameter.getKey())) {
                return Optional.of("unknown parameter " + parameter.getKey());
            }
            if (parameter.getValue().length != 1) {
                return Optional.of("repeated parameter " + parameter.getKey());
            }
        }
        if (!parameters.keySet().containsAll(needed)) {
            return Optional.of("missing parameter");
        }
        return isLong(parameters, "nonce") && (this == FRANCE_CONNECT || isLong(parameters, "state"))
                ? Optional.empty()
                : Optional.of("state or nonce");
    }

    /** What is wrong with a question to end the session. */
    Optional<String> wrongEnd(Map<String, String[]> parameters) {
        return this == FRANCE_CONNECT
                        || parameters.keySet().containsAll(Set.of("id_token_hint", "post_logout_redirect_uri", "state"))
                                && isLong(parameters, "state")
                ? Optional.empty()
                : Optional.of("missing parameter");
    }

    /** Whether it lets itself be asked for that level. */
    boolean knows(Optional<String> level) {
        return level.filter(Set.of("eidas2", "eidas3")::contains).isEmpty();
    }

    private boolean isLong(Map<String, String[]> parameters, String name) {
        return parameters.get(name)[0].length() >= (this == FRANCE_CONNECT ? SHORTEST_NONCE : SHORTEST_AT_WORK);
    }
}
