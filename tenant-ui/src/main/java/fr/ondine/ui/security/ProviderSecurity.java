package fr.ondine.ui.security;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import fr.ondine.platform.identity.Presence;
import fr.ondine.platform.identity.Sessions;
import fr.ondine.platform.provider.AccessTokens;
import fr.ondine.platform.provider.ClientAuthentications;
import fr.ondine.platform.provider.ClientScope;
import fr.ondine.platform.provider.ProviderLimits;
import fr.ondine.platform.staff.StaffSessions;
import fr.ondine.platform.tenancy.Realm;
import fr.ondine.platform.tenancy.Tenants;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsentService;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationConsentAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationConsentAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;
import org.springframework.security.oauth2.server.authorization.web.authentication.PublicClientAuthenticationConverter;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;

/** The chains of a utility's provider, and of the interface that its tokens open. */
@Configuration(proxyBeanMethods = false)
class ProviderSecurity {

    /** Where a person reads what a program wants. */
    static final String CONSENT = "/autorisation";

    /** Where programs come in, by a token. */
    static final String INTERFACE = "/api/v1";

    static final String DOCUMENT = INTERFACE + "/openapi.json";

    private static final List<String> WAYS = List.of("client_secret_basic", "client_secret_post", "private_key_jwt");
    private static final List<String> ES256 = List.of("ES256");
    private static final List<String> NOT_OFFERED = List.of(
            "end_session_endpoint",
            "userinfo_endpoint",
            "tls_client_certificate_bound_access_tokens",
            "dpop_signing_alg_values_supported");
    private static final List<String> SCOPES =
            Arrays.stream(ClientScope.values()).map(ClientScope::word).toList();
    private static final List<String> GRANTS = List.of("authorization_code", "refresh_token", "client_credentials");

    @Bean
    @Order(2)
    SecurityFilterChain provider(
            HttpSecurity http,
            RegisteredClientRepository clients,
            OAuth2AuthorizationService authorizations,
            OAuth2AuthorizationConsentService consents,
            OAuth2TokenGenerator<OAuth2Token> tokens,
            AuthorizationServerSettings settings,
            JWKSource<SecurityContext> keys,
            ClientAuthentications ways,
            ProviderLimits limits,
            Tenants tenants,
            Sessions subscribers,
            StaffSessions staff,
            SeeingAs seeingAs,
            Presence presence,
            UserInLogs.Digests digests,
            Clock clock)
            throws Exception {
        http.setSharedObject(JWKSource.class, keys);
        http.oauth2AuthorizationServer(server -> {
            var addresses = server.getEndpointsMatcher();
            http.securityMatcher(request ->
                    !Realm.isConsole() && (addresses.matches(request) || ProviderDoor.isOfPrograms(request)));
            server.registeredClientRepository(clients)
                    .authorizationService(authorizations)
                    .authorizationConsentService(consents)
                    .tokenGenerator(tokens)
                    .authorizationServerSettings(settings)
                    .clientAuthentication(shown -> shown.authenticationProviders(ways)
                            // a program without a secret is none, and nobody would say so
                            .authenticationConverters(
                                    read -> read.removeIf(PublicClientAuthenticationConverter.class::isInstance)))
                    .authorizationEndpoint(endpoint -> endpoint.consentPage(CONSENT)
                            .authenticationProviders(ProviderSecurity::refuseWhole)
                            .authorizationResponseHandler(new Handover())
                            .errorResponseHandler(new RefusedProgram()))
                    .authorizationServerMetadataEndpoint(told -> told.authorizationServerMetadataCustomizer(
                            metadata -> metadata.claims(ProviderSecurity::tell)))
                    .oidc(oidc -> oidc.providerConfigurationEndpoint(told -> told.providerConfigurationCustomizer(
                            metadata -> metadata.claims(ProviderSecurity::tellOfPeople))));
        });
        http.headers(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .oauth2ResourceServer(nothing -> nothing.jwt(shown -> shown.decoder(ProviderSecurity::refuse)))
                .requestCache(wanted -> wanted.requestCache(new HttpSessionRequestCache()))
                .addFilterAfter(new ProviderDoor(tenants, limits), SecurityContextHolderFilter.class)
                .addFilterAfter(new SubscriberOnly(seeingAs.holder()), ProviderDoor.class)
                .addFilterAfter(new SessionGuard(subscribers, staff, seeingAs), ProviderDoor.class)
                .addFilterAfter(new ShownLately(presence, seeingAs.holder(), clock), ProviderDoor.class)
                .addFilterAfter(new SameOriginFilter(ProviderDoor.AUTHORIZE), ProviderDoor.class)
                .addFilterAfter(new UserInLogs(digests, seeingAs.holder()), AnonymousAuthenticationFilter.class)
                .authorizeHttpRequests(requests -> requests.requestMatchers("/userinfo", "/connect/**")
                        .denyAll()
                        .anyRequest()
                        .authenticated())
                .exceptionHandling(strangers ->
                        strangers.authenticationEntryPoint(strangers(clock)).accessDeniedHandler(new NoSuchPage()));
        return http.build();
    }

    /** Programs: by a token at each request, without a session, so that no cookie of a browser does anything here. */
    @Bean
    @Order(3)
    SecurityFilterChain tokens(
            HttpSecurity http, AccessTokens tokens, ProviderLimits limits, SecurityContextHolderStrategy holder)
            throws Exception {
        http.securityMatcher(request -> !Realm.isConsole() && HostRoutes.isOfInterface(request))
                .csrf(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterAfter(new TokenFilter(tokens, limits, holder), SecurityContextHolderFilter.class)
                .authorizeHttpRequests(requests -> requests.requestMatchers(DOCUMENT)
                        .permitAll()
                        .anyRequest()
                        .authenticated());
        return http.build();
    }

    /**
     * A person signs in where they are to agree, or shows once more who they are, unless the program wants nobody to be
     * asked; whatever a program does not show, no sign-in makes good.
     */
    private static AuthenticationEntryPoint strangers(Clock clock) {
        var signIn = new LoginUrlAuthenticationEntryPoint("/connexion");
        var nobody = new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED);
        return (request, response, refused) -> {
            // Spring has looked whether it is registered before it asks who is there
            var redirect = request.getParameter(OAuth2ParameterNames.REDIRECT_URI);
            if (ProviderDoor.showsWhoItIs(request)) {
                response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
                response.setContentType(MediaType.APPLICATION_JSON_VALUE);
                response.getWriter().write("{\"error\":\"" + OAuth2ErrorCodes.INVALID_CLIENT + "\"}");
            } else if (!HostRoutes.path(request).equals(ProviderDoor.AUTHORIZE)) {
                nobody.commence(request, response, refused);
            } else if (redirect != null && "none".equals(request.getParameter("prompt"))) {
                RefusedProgram.tell(
                        "login_required",
                        redirect,
                        request.getParameter(OAuth2ParameterNames.STATE),
                        request,
                        response);
            } else {
                var question = ProgramQuestion.of(request, clock.instant());
                if (question.isParticular()) {
                    question.await(request);
                }
                if (ShownLately.isLongAgo(request)) {
                    response.sendRedirect(ProgramQuestion.PAGE);
                } else {
                    signIn.commence(request, response, refused);
                }
            }
        };
    }

    /** Spring would open its own addresses by tokens, none of which is offered. */
    private static Jwt refuse(String token) {
        throw new BadJwtException("no token opens anything of the provider");
    }

    /** What is offered, and no more than that: Spring tells of all that it could do. */
    private static void tell(Map<String, Object> metadata) {
        List.of("token", "introspection", "revocation").forEach(endpoint -> {
            metadata.put(endpoint + "_endpoint_auth_methods_supported", WAYS);
            metadata.put(endpoint + "_endpoint_auth_signing_alg_values_supported", ES256);
        });
        metadata.put("grant_types_supported", GRANTS);
        metadata.put("scopes_supported", SCOPES);
        metadata.put("authorization_response_iss_parameter_supported", true);
        NOT_OFFERED.forEach(metadata::remove);
    }

    /** Of people too: who they are is told in the identity token alone. */
    private static void tellOfPeople(Map<String, Object> metadata) {
        tell(metadata);
        metadata.put("id_token_signing_alg_values_supported", ES256);
    }

    /** Who refuses agrees to nothing, also where they agreed to something before. */
    private static void refuseWhole(List<AuthenticationProvider> answers) {
        answers.stream()
                .filter(OAuth2AuthorizationConsentAuthenticationProvider.class::isInstance)
                .map(OAuth2AuthorizationConsentAuthenticationProvider.class::cast)
                .forEach(answer -> answer.setAuthorizationConsentCustomizer(given -> {
                    OAuth2AuthorizationConsentAuthenticationToken sent = given.getAuthentication();
                    if (sent.getScopes().isEmpty()) {
                        given.getAuthorizationConsent().authorities(Set::clear);
                    }
                }));
    }
}
