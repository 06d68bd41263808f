package fr.ondine.simulators.franceconnect;

import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import org.springframework.boot.web.servlet.DelegatingFilterProxyRegistrationBean;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.authentication.JwtClientAssertionAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;

/** Spring's authorization server at FranceConnect's addresses, with FranceConnect's own ways around it. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class SimulatorConfiguration {

    @Bean
    SecurityContextHolderStrategy holder() {
        return new WhoeverHolds();
    }

    @Bean
    Faults faults() {
        return new Faults();
    }

    @Bean
    Clients clients() {
        return new Clients();
    }

    @Bean
    People people() {
        return new People();
    }

    @Bean
    Keys keys() {
        return Keys.fresh();
    }

    @Bean
    Answers answers(Clients clients, Keys keys, Faults faults, People people) {
        return new Answers(clients, keys, faults, people);
    }

    @Bean
    FilterRegistrationBean<FrontFilter> front(Faults faults, Dialect dialect) {
        var registration = new FilterRegistrationBean<>(new FrontFilter(faults, dialect));
        registration.setOrder(1);
        return registration;
    }

    @Bean
    FilterRegistrationBean<Pages> pages(People people, Faults faults, Dialect dialect) {
        var registration = new FilterRegistrationBean<>(new Pages(people, faults, dialect));
        registration.setOrder(2);
        return registration;
    }

    @Bean
    DelegatingFilterProxyRegistrationBean security() {
        var registration = new DelegatingFilterProxyRegistrationBean("springSecurityFilterChain");
        registration.setOrder(3);
        return registration;
    }

    @Bean
    SecurityFilterChain provider(HttpSecurity http, Answers answers, Clients clients) throws Exception {
        http.oauth2AuthorizationServer(server -> {
                    http.securityMatcher(server.getEndpointsMatcher());
                    server.clientAuthentication(client -> client.authenticationProviders(providers -> providers.stream()
                            .filter(JwtClientAssertionAuthenticationProvider.class::isInstance)
                            .map(JwtClientAssertionAuthenticationProvider.class::cast)
                            .forEach(provider -> provider.setJwtDecoderFactory(clients::assertions))));
                    server.authorizationEndpoint(endpoint -> endpoint.authorizationResponseHandler(answers::code));
                    server.tokenEndpoint(endpoint -> endpoint.accessTokenResponseHandler(answers::tokens));
                    server.oidc(oidc -> oidc.userInfoEndpoint(endpoint ->
                            endpoint.userInfoMapper(answers::person).userInfoResponseHandler(answers::userinfo)));
                })
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .oauth2ResourceServer(tokens -> tokens.jwt(Customizer.withDefaults()))
                .exceptionHandling(strangers -> strangers.authenticationEntryPoint((request, response, refused) ->
                        response.sendRedirect(request.getContextPath() + Pages.PATH + "?" + request.getQueryString())));
        return http.build();
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> customiser(Answers answers) {
        return answers::customise;
    }

    @Bean
    JWKSource<SecurityContext> source(Keys keys) {
        return new ImmutableJWKSet<>(keys.set());
    }

    @Bean
    JwtDecoder decoder(JWKSource<SecurityContext> source) {
        return OAuth2AuthorizationServerConfiguration.jwtDecoder(source);
    }

    @Bean
    AuthorizationServerSettings settings() {
        return AuthorizationServerSettings.builder()
                .authorizationEndpoint("/authorize")
                .tokenEndpoint("/token")
                .jwkSetEndpoint("/jwks")
                .oidcUserInfoEndpoint("/userinfo")
                .oidcLogoutEndpoint("/session/end")
                .build();
    }
}
