package fr.ondine.platform.identity.franceconnect;

import fr.ondine.platform.identity.franceconnect.FranceConnectRefused.Reason;
import java.util.Objects;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
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
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/** Redeems a code for who the person is, at once; the access token serves that one question and is forgotten. */
@Component
class CodeExchange {

    private final OidcAuthorizationCodeAuthenticationProvider provider;

    CodeExchange(FranceConnectApi api, Decoders decoders, SignedUserinfo userinfo) {
        var tokens = new RestClientAuthorizationCodeTokenResponseClient();
        tokens.setRestClient(RestClient.builder()
                .requestFactory(Connections.within(api.connectTimeout(), api.readTimeout()))
                .configureMessageConverters(converters -> converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        var persons = new OidcUserService();
        persons.setOauth2UserService(userinfo);
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
            return (OidcUser)
                    Objects.requireNonNull(Objects.requireNonNull(signedIn).getPrincipal());
        } catch (OAuth2AuthenticationException refused) {
            throw FranceConnectClient.refused(
                    reason(refused), refused.getError().getErrorCode());
        } catch (JwtException unbelievable) {
            throw FranceConnectClient.refused(Failure.met(unbelievable), "invalid_id_token");
        }
    }

    private static Reason reason(OAuth2AuthenticationException refused) {
        var met = Failure.met(refused);
        return met == Reason.AWAY ? met : Failure.told(refused.getError().getErrorCode());
    }
}
