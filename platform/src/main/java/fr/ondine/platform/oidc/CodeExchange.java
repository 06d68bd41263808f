package fr.ondine.platform.oidc;

import com.nimbusds.jose.jwk.JWK;
import fr.ondine.platform.oidc.ProviderRefused.Reason;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.NimbusJwtClientAuthenticationParametersConverter;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.web.client.RestClient;

/** Redeems a code for who the person is, at once; the access token serves that one question and is forgotten. */
class CodeExchange {

    private final OidcAuthorizationCodeAuthenticationProvider provider;

    CodeExchange(ProviderTerms terms, Supplier<Optional<JWK>> key) {
        var decoders = new Decoders(terms);
        var tokens = new RestClientAuthorizationCodeTokenResponseClient();
        var signing = new NimbusJwtClientAuthenticationParametersConverter<OAuth2AuthorizationCodeGrantRequest>(
                client -> key.get().orElse(null));
        // to the issuer, so that nobody who is shown it could show it on to another provider
        signing.setJwtClientAssertionCustomizer(asked -> asked.getClaims()
                .audience(List.of(
                        Provider.issuer(asked.getAuthorizationGrantRequest().getClientRegistration()))));
        tokens.addParametersConverter(signing);
        tokens.setRestClient(RestClient.builder()
                .requestFactory(Connections.within(terms.connectTimeout(), terms.readTimeout()))
                .configureMessageConverters(converters -> converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        var persons = new OidcUserService();
        persons.setOauth2UserService(new SignedUserinfo(decoders, terms));
        persons.setRetrieveUserInfo(always -> true);
        provider = new OidcAuthorizationCodeAuthenticationProvider(tokens, persons);
        provider.setJwtDecoderFactory(decoders::idTokens);
    }

    OidcUser redeem(ClientRegistration client, OAuth2AuthorizationRequest asked, String code) {
        var answer = OAuth2AuthorizationResponse.success(code)
                .redirectUri(Objects.requireNonNull(asked.getRedirectUri()))
                .state(Objects.requireNonNull(asked.getState()))
                .build();
        try {
            var signedIn = provider.authenticate(
                    new OAuth2LoginAuthenticationToken(client, new OAuth2AuthorizationExchange(asked, answer)));
            return believed((OidcUser)
                    Objects.requireNonNull(Objects.requireNonNull(signedIn).getPrincipal()));
        } catch (OAuth2AuthenticationException refused) {
            throw new Disbelief(reason(refused), refused.getError().getErrorCode());
        } catch (JwtException unbelievable) {
            throw new Disbelief(Failure.met(unbelievable), "invalid_id_token");
        }
    }

    /** An answer about the person need not repeat of which sign-in it is; one that says that it is of another is not ours. */
    private static OidcUser believed(OidcUser person) {
        var answer = Objects.requireNonNull(person.getUserInfo());
        for (var claim : List.of("nonce", "acr")) {
            var told = answer.getClaim(claim);
            if (told != null && !told.equals(person.getIdToken().getClaim(claim))) {
                throw new Disbelief(Reason.FAILED, "the answer about the person is of another sign-in");
            }
        }
        return person;
    }

    private static Reason reason(OAuth2AuthenticationException refused) {
        var met = Failure.met(refused);
        return met == Reason.AWAY ? met : Failure.told(refused.getError().getErrorCode());
    }
}
