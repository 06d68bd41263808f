package fr.ondine.journeys;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import fr.ondine.platform.kernel.RawToken;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program that talks to a utility's provider, request by request, as rightly or wrongly as a test wants. */
public record Program(RawHttp http, String host, String clientId, String secret) {

    public static final String BACK = "https://partenaire.exemple.fr/retour";
    public static final String VERIFIER = "v".repeat(60);

    private static final String FORM = "Content-Type: application/x-www-form-urlencoded";
    private static final JsonMapper JSON = JsonMapper.shared();

    public String issuer() {
        return "http://" + host;
    }

    Program at(String otherHost) {
        return new Program(http, otherHost, clientId, secret);
    }

    /** The address at which a person is asked. */
    String question(String scope, Map<String, String> changes) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("response_type", "code");
        parameters.put("client_id", clientId);
        parameters.put("redirect_uri", BACK);
        parameters.put("scope", scope);
        parameters.put("state", "etat-1");
        parameters.put("nonce", "nonce-1");
        parameters.put("code_challenge", challenge());
        parameters.put("code_challenge_method", "S256");
        changes.forEach((name, value) -> {
            if (value.isEmpty()) {
                parameters.remove(name);
            } else {
                parameters.put(name, value);
            }
        });
        return "/oauth2/authorize?" + form(parameters);
    }

    static String challenge() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(new RawToken(VERIFIER).digest());
    }

    RawHttp.Answer ask(String scope, String cookie) {
        return http.get(host, question(scope, Map.of()), "Cookie: " + cookie);
    }

    /** What the person's browser sends when they press the button of the page that it was led to. */
    RawHttp.Answer answer(String consentPage, String cookie, String... scopes) {
        var state = parameter(consentPage, "state");
        var body = "client_id=" + clientId + "&state=" + encoded(state);
        for (var scope : scopes) {
            body += "&scope=" + encoded(scope);
        }
        return http.post(host, "/oauth2/authorize", body, FORM, "Cookie: " + cookie, "Sec-Fetch-Site: same-origin");
    }

    /** A code for that person, who agrees where they are asked. */
    public String code(String scope, String cookie) {
        var asked = ask(scope, cookie);
        if (asked.status() == 302 && asked.header("Location").orElseThrow().startsWith(BACK)) {
            return parameter(asked.header("Location").orElseThrow(), "code");
        }
        var agreed = answer(asked.header("Location").orElseThrow(), cookie, scope.split(" "));
        return parameter(agreed.body().replace("&amp;", "&"), "code");
    }

    RawHttp.Answer exchange(String code) {
        return token(Map.of(
                "grant_type", "authorization_code", "code", code, "redirect_uri", BACK, "code_verifier", VERIFIER));
    }

    RawHttp.Answer refresh(String token) {
        return token(Map.of("grant_type", "refresh_token", "refresh_token", token));
    }

    RawHttp.Answer token(Map<String, String> parameters) {
        return post("/oauth2/token", parameters);
    }

    RawHttp.Answer post(String path, Map<String, String> parameters) {
        var basic = Base64.getEncoder().encodeToString((clientId + ":" + secret).getBytes(StandardCharsets.UTF_8));
        return http.post(host, path, form(parameters), FORM, "Authorization: Basic " + basic);
    }

    /** The same by a key. */
    public RawHttp.Answer postSigned(String path, Map<String, String> parameters, String assertion) {
        var all = new LinkedHashMap<>(parameters);
        all.put("client_id", clientId);
        all.put("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
        all.put("client_assertion", assertion);
        return http.post(host, path, form(all), FORM);
    }

    public String assertion(ECKey key, String audience, Instant until) {
        return assertion(key, audience, until, UnaryOperator.identity());
    }

    String assertion(ECKey key, String audience, Instant until, UnaryOperator<JWTClaimsSet.Builder> change) {
        try {
            var claims = new JWTClaimsSet.Builder()
                    .issuer(clientId)
                    .subject(clientId)
                    .audience(audience)
                    .expirationTime(Date.from(until))
                    .jwtID(UUID.randomUUID().toString());
            var header = new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID());
            var jwt = new SignedJWT(header.build(), change.apply(claims).build());
            jwt.sign(new ECDSASigner(key));
            return jwt.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    boolean isActive(String token) {
        return json(post("/oauth2/introspect", Map.of("token", token)))
                .get("active")
                .asBoolean();
    }

    public static JsonNode json(RawHttp.Answer answer) {
        return JSON.readTree(answer.body());
    }

    public static String text(RawHttp.Answer answer, String name) {
        return json(answer).get(name).asString();
    }

    static String parameter(String address, String name) {
        var found = Pattern.compile("[?&]" + name + "=([^&\"]*)").matcher(address);
        if (!found.find()) {
            throw new AssertionError("no " + name + " in " + address);
        }
        return java.net.URLDecoder.decode(found.group(1), StandardCharsets.UTF_8);
    }

    private static String form(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + encoded(parameter.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
