package fr.ondine.ui.security;

import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import fr.ondine.platform.identity.Sessions;
import fr.ondine.platform.identity.franceconnect.FranceConnectClient;
import fr.ondine.platform.staff.StaffSessions;
import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.ProviderNotFoundException;
import org.springframework.security.config.annotation.authentication.builders.AuthenticationManagerBuilder;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.csrf.CsrfFilter;

/** Machines without a session, then people's pages; those of staff are {@link StaffSecurity}'s. Headers are {@link ProtectiveHeaders}'s. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    static final String EMAIL = "email";
    static final String PASSWORD = "password";

    private static final String SIGN_IN = "/connexion";

    @Bean
    @Order(1)
    SecurityFilterChain machines(HttpSecurity http) throws Exception {
        http.securityMatcher(
                        "/webhooks/**",
                        "/branding/**",
                        "/actuator/**",
                        "/robots.txt",
                        "/favicon.ico",
                        FranceConnectFacts.ALL)
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/webhooks/**",
                                "/branding/**",
                                "/actuator/health/**",
                                "/robots.txt",
                                "/favicon.ico",
                                FranceConnectFacts.ALL)
                        .permitAll()
                        .anyRequest()
                        .denyAll());
        return http.build();
    }

    @Bean
    @Order(10)
    SecurityFilterChain people(
            HttpSecurity http,
            PasswordSignIn passwords,
            RememberMe devices,
            Sessions sessions,
            StaffSessions staff,
            SeeingAs seeingAs,
            UserInLogs.Digests digests,
            FranceConnectClient franceConnect)
            throws Exception {
        http.authorizeHttpRequests(
                        requests -> requests.requestMatchers("/portal.css", "/portal.js", "/img/**", "/js/**")
                                .permitAll()
                                .requestMatchers(
                                        FranceConnectController.START,
                                        FranceConnectClient.CALLBACK,
                                        OldAccountController.SEND,
                                        PasskeyController.ASK,
                                        PasskeyController.ANSWER)
                                .permitAll()
                                .dispatcherTypeMatchers(DispatcherType.ERROR)
                                .permitAll()
                                .requestMatchers(
                                        "/factures/*.pdf",
                                        "/factures/*/*.pdf",
                                        "/factures/*/*.txt",
                                        "/factures/*/*.brf",
                                        "/echeancier/*.pdf",
                                        "/consommations.csv",
                                        "/mon-compte/mes-donnees.zip",
                                        "/fuites/*/attestation")
                                .hasRole("SUBSCRIBER")
                                .requestMatchers("/documents/*.pdf")
                                .hasAnyRole("SUBSCRIBER", "LOOK"))
                .headers(AbstractHttpConfigurer::disable)
                // a form that the browser posts has no token: the filter before has refused those of other sites
                .csrf(tokens -> tokens.ignoringRequestMatchers(
                        "/fuites/*/attestation",
                        OldAccountController.SEND,
                        PasskeyController.ASK,
                        PasskeyController.ANSWER))
                .addFilterBefore(new SameOriginFilter(), CsrfFilter.class)
                .addFilterBefore(new SessionGuard(sessions, staff, seeingAs), AnonymousAuthenticationFilter.class)
                .addFilterAfter(new UserInLogs(digests, seeingAs.holder()), AnonymousAuthenticationFilter.class)
                .authenticationProvider(passwords)
                .formLogin(form -> form.loginPage(SIGN_IN)
                        .loginProcessingUrl(SIGN_IN)
                        .usernameParameter(EMAIL)
                        .passwordParameter(PASSWORD)
                        .authenticationDetailsSource(Arrival::new)
                        .failureHandler(new RefusedSignIn()))
                .exceptionHandling(refusals -> refusals.accessDeniedHandler(new NoSuchPage()))
                .rememberMe(remembered -> remembered.rememberMeServices(devices).key(RememberMe.KEY))
                .with(
                        VaadinSecurityConfigurer.vaadin(),
                        vaadin -> vaadin.loginView(SIGN_IN)
                                .logoutSuccessHandler(new SignedOut(franceConnect))
                                .defaultSuccessUrl(Entering.HOME));
        // Spring offers a lone provider to every chain: whom this one has refused must not be asked, and counted, again
        http.getSharedObject(AuthenticationManagerBuilder.class).parentAuthenticationManager(shown -> {
            throw new ProviderNotFoundException(shown.getClass().getName());
        });
        return http.build();
    }
}
