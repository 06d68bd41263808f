package fr.ondine.ui.security;

import fr.ondine.platform.identity.Sessions;
import fr.ondine.platform.staff.StaffSessions;
import fr.ondine.platform.staff.proconnect.ProConnectClient;
import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;

/** The chain of a utility's back office: a subscriber is nobody there, and a remembered device opens nothing. */
@Configuration(proxyBeanMethods = false)
class StaffSecurity {

    static final String HOME = "/gestion";
    static final String SIGN_IN = HOME + "/connexion";

    @Bean
    @Order(5)
    SecurityFilterChain staff(
            HttpSecurity http,
            Sessions subscribers,
            StaffSessions sessions,
            SeeingAs seeingAs,
            UserInLogs.Digests digests)
            throws Exception {
        http.securityMatcher(HOME + "/**")
                .csrf(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .addFilterAfter(new SameOriginFilter(), SecurityContextHolderFilter.class)
                .addFilterBefore(new SessionGuard(subscribers, sessions, seeingAs), AnonymousAuthenticationFilter.class)
                .addFilterAfter(new UserInLogs(digests, seeingAs.holder()), AnonymousAuthenticationFilter.class)
                .exceptionHandling(refused -> refused.authenticationEntryPoint(new SignInFirst(HOME, SIGN_IN))
                        .accessDeniedHandler(new NoSuchPage()))
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR)
                                .permitAll()
                                .requestMatchers(
                                        SIGN_IN,
                                        HOME + "/invitation",
                                        ProConnectController.START,
                                        ProConnectClient.CALLBACK,
                                        ProConnectController.LEAVE,
                                        ProConnectController.AFTER)
                                .permitAll()
                                .anyRequest()
                                .hasRole("LOOK"));
        return http.build();
    }
}
