package fr.ondine.ui.security;

import com.vaadin.flow.spring.security.RequestUtil;
import fr.ondine.platform.operators.KeyDoor;
import fr.ondine.platform.operators.OperatorSessions;
import fr.ondine.platform.tenancy.Realm;
import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;

/**
 * The chains of the console's host: operators alone, and their programs. Vaadin's own token guards the pages' messages;
 * of the few requests beside them, as those of exports and imports, the origin is checked.
 */
@Configuration(proxyBeanMethods = false)
class ConsoleSecurity {

    static final String SIGN_IN = HostRoutes.CONSOLE + "/connexion";

    /** Programs: by a key at each request, without a session, so that no cookie of a browser does anything here. */
    @Bean
    @Order(-1)
    SecurityFilterChain programs(
            HttpSecurity http, KeyDoor door, SecurityContextHolderStrategy holder, UserInLogs.Digests digests)
            throws Exception {
        http.securityMatcher(request -> Realm.isConsole() && HostRoutes.isOfPrograms(request))
                .csrf(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterAfter(new KeyFilter(door, holder), SecurityContextHolderFilter.class)
                .addFilterAfter(new UserInLogs(digests, holder), KeyFilter.class)
                .authorizeHttpRequests(requests -> requests.anyRequest().hasRole("VIEW"));
        return http.build();
    }

    @Bean
    @Order(0)
    SecurityFilterChain operators(
            HttpSecurity http,
            RequestUtil vaadin,
            OperatorSessions sessions,
            SecurityContextHolderStrategy holder,
            UserInLogs.Digests digests)
            throws Exception {
        http.securityMatcher(request -> Realm.isConsole())
                .csrf(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .addFilterAfter(new SameOriginFilter(), SecurityContextHolderFilter.class)
                .addFilterBefore(new OperatorGuard(sessions), AnonymousAuthenticationFilter.class)
                .addFilterAfter(new UserInLogs(digests, holder), AnonymousAuthenticationFilter.class)
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(new SignInFirst(HostRoutes.CONSOLE, SIGN_IN)))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.FORWARD, DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(vaadin::isFrameworkInternalRequest)
                        .permitAll()
                        .requestMatchers("/VAADIN/**", "/portal.css", "/portal.js", "/console.css", "/console.js")
                        .permitAll()
                        .requestMatchers(SIGN_IN, HostRoutes.CONSOLE + "/invitation")
                        .permitAll()
                        .anyRequest()
                        .hasRole("VIEW"));
        return http.build();
    }
}
