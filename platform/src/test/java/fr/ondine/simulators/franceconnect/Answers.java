package fr.ondine.simulators.franceconnect;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AccessTokenAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcUserInfoAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcUserInfoAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.json.JsonMapper;

/** What FranceConnect says otherwise than Spring's server does by itself, and what is armed against it. */
final class Answers {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String LEVEL = "eidas1";

    private final Clients clients;
    private final Keys keys;
    private final Faults faults;
    private final People people;

    Answers(Clients clients, Keys keys, Faults faults, People people) {
        this.clients = clients;
        this.keys = keys;
        this.faults = faults;
        this.people = people;
    }

    /** The person under the name that this client knows, for a minute, at the level that was asked for. */
    void customise(JwtEncodingContext context) {
        var client = clients.get(context.getRegisteredClient().getClientId());
        var claims = context.getClaims();
        claims.subject(Person.subject(context.getPrincipal().getName(), client));
        if (context.getTokenType().getValue().equals("id_token")) {
            claims.claim("acr", LEVEL);
            claims.expiresAt(Instant.now().plus(Clients.TOKEN));
        }
    }

    /** A code, with who gives it (RFC 9207); the next time the person is asked again. */
    void code(HttpServletRequest request, HttpServletResponse response, Authentication given) throws IOException {
        var answer = (OAuth2AuthorizationCodeRequestAuthenticationToken) given;
        request.getSession().invalidate();
        response.sendRedirect(UriComponentsBuilder.fromUriString(Objects.requireNonNull(answer.getRedirectUri()))
                .queryParam("code", answer.getAuthorizationCode().getTokenValue())
                .queryParam("state", "{state}")
                .queryParam("iss", FranceConnectSimulator.issuer(request))
                .encode()
                .buildAndExpand(answer.getState())
                .toUriString());
    }

    void tokens(HttpServletRequest request, HttpServletResponse response, Authentication given) throws IOException {
        var answer = (OAuth2AccessTokenAuthenticationToken) given;
        var token = String.valueOf(answer.getAdditionalParameters().get("id_token"));
        var client = clients.get(answer.getRegisteredClient().getClientId());
        var fault = faults.of(Place.TOKEN);
        response.setContentType("application/json");
        response.getWriter()
                .write(JSON.writeValueAsString(Map.of(
                        "access_token",
                        answer.getAccessToken().getTokenValue(),
                        "token_type",
                        "Bearer",
                        "expires_in",
                        Clients.TOKEN.toSeconds(),
                        "id_token",
                        fault.isEmpty() ? token : keys.signed(claims(token), client.algorithm(), fault))));
    }

    /** What is known of the person; for whom it is told is said too. */
    OidcUserInfo person(OidcUserInfoAuthenticationContext context) {
        var client = clients.get(context.getAuthorization().getRegisteredClientId());
        var person = people.get(context.getAuthorization().getPrincipalName());
        var claims = new HashMap<>(person.claims());
        claims.put("sub", person.subject(client));
        claims.put("aud", client.id());
        return new OidcUserInfo(claims);
    }

    void userinfo(HttpServletRequest request, HttpServletResponse response, Authentication given) throws IOException {
        var claims = new LinkedHashMap<>(
                ((OidcUserInfoAuthenticationToken) given).getUserInfo().getClaims());
        var client = clients.get(String.valueOf(claims.get("aud")));
        var fault = faults.of(Place.USERINFO);
        if (!client.signedUserinfo()) {
            claims.remove("aud");
            write(
                    response,
                    "application/json",
                    JSON.writeValueAsString(
                            fault.map(armed -> armed.changed(claims)).orElse(claims)));
            return;
        }
        var now = Instant.now();
        claims.put("iss", FranceConnectSimulator.issuer(request));
        claims.put("iat", now.getEpochSecond());
        claims.put("exp", now.plus(Clients.TOKEN).getEpochSecond());
        write(response, "application/jwt", keys.signed(claims, client.algorithm(), fault));
    }

    private static void write(HttpServletResponse response, String type, String text) throws IOException {
        response.setContentType(type);
        response.getWriter().write(text);
    }

    private static Map<String, Object> claims(String token) {
        try {
            return new HashMap<>(
                    com.nimbusds.jwt.SignedJWT.parse(token).getPayload().toJSONObject());
        } catch (java.text.ParseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
