package fr.ondine.ui.measures;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.observation.SecurityObservationSettings;

/** What is not measured: Spring Security would wrap each of its parts, and cut each request into a dozen spans. */
@Configuration(proxyBeanMethods = false)
class Unobserved {

    @Bean
    SecurityObservationSettings security() {
        return SecurityObservationSettings.noObservations();
    }
}
