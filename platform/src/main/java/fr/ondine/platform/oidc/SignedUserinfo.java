package fr.ondine.platform.oidc;

import java.util.Map;
import java.util.Objects;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.user.DefaultOAuth2User;
import org.springframework.security.oauth2.core.user.OAuth2User;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks who the person is, and takes the answer in the form that the utility's client has, never in whichever comes. Spring
 * reads plain answers alone; that it is about the person who signed in is compared by its caller.
 */
class SignedUserinfo implements OAuth2UserService<OAuth2UserRequest, OAuth2User> {

    private static final MediaType SIGNED = new MediaType("application", "jwt");
    private static final TypeReference<Map<String, Object>> CLAIMS = new TypeReference<>() {};
    private static final JsonMapper JSON = new JsonMapper();

    private final Decoders decoders;
    private final RestClient connection;

    SignedUserinfo(Decoders decoders, ProviderTerms terms) {
        this.decoders = decoders;
        connection = RestClient.builder()
                .requestFactory(Connections.within(terms.connectTimeout(), terms.readTimeout()))
                .build();
    }

    @Override
    public OAuth2User loadUser(OAuth2UserRequest request) {
        try {
            var claims = claims(request.getClientRegistration(), answer(request));
            return new DefaultOAuth2User(AuthorityUtils.NO_AUTHORITIES, claims, "sub");
        } catch (JwtException | JacksonException | IllegalArgumentException unbelievable) {
            throw refused("invalid_userinfo", unbelievable);
        } catch (RestClientException unanswered) {
            throw refused("userinfo_unanswered", unanswered);
        }
    }

    private ResponseEntity<String> answer(OAuth2UserRequest request) {
        return connection
                .get()
                .uri(Objects.requireNonNull(request.getClientRegistration()
                        .getProviderDetails()
                        .getUserInfoEndpoint()
                        .getUri()))
                .headers(headers ->
                        headers.setBearerAuth(request.getAccessToken().getTokenValue()))
                .accept(SIGNED, MediaType.APPLICATION_JSON)
                .retrieve()
                .toEntity(String.class);
    }

    private Map<String, Object> claims(ClientRegistration client, ResponseEntity<String> answer) {
        var algorithm = Provider.signing(client).userinfo();
        return algorithm == null
                ? JSON.readValue(of(MediaType.APPLICATION_JSON, answer), CLAIMS)
                : decoders.userinfo(client, algorithm)
                        .decode(of(SIGNED, answer))
                        .getClaims();
    }

    private static String of(MediaType form, ResponseEntity<String> answer) {
        var text = answer.getBody();
        if (text == null || !form.isCompatibleWith(answer.getHeaders().getContentType())) {
            throw new BadJwtException("the answer has another form than the client");
        }
        return text;
    }

    private static OAuth2AuthenticationException refused(String code, Exception why) {
        return new OAuth2AuthenticationException(new OAuth2Error(code), String.valueOf(why.getMessage()), why);
    }
}
