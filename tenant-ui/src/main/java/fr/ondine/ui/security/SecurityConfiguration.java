package fr.ondine.ui.security;

import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfFilter;

/** Two chains: machines without a session, then people's pages. Headers are {@link HeadersFilter}'s. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    @Bean
    @Order(1)
    SecurityFilterChain machines(HttpSecurity http) throws Exception {
        http.securityMatcher("/webhooks/**", "/branding/**", "/actuator/**")
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(
                        requests -> requests.requestMatchers("/webhooks/**", "/branding/**", "/actuator/health/**")
                                .permitAll()
                                .anyRequest()
                                .denyAll());
        return http.build();
    }

    @Bean
    @Order(10)
    SecurityFilterChain people(HttpSecurity http) throws Exception {
        http.authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/portal.css", "/portal.js", "/img/**", "/js/**", "/favicon.ico", "/robots.txt")
                        .permitAll())
                .headers(AbstractHttpConfigurer::disable)
                .addFilterBefore(new SameOriginFilter(), CsrfFilter.class)
                .with(VaadinSecurityConfigurer.vaadin(), vaadin -> vaadin.loginView("/connexion"));
        return http.build();
    }
}
