package fr.ondine.testing;

import fr.ondine.platform.PlatformConfiguration;
import fr.ondine.platform.tenancy.TenantProvisioning;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** The platform without its portal, serving the three utilities. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(PlatformConfiguration.class)
class TestPlatform {

    @Bean
    CaughtMails caughtMails() {
        return CaughtMails.shared();
    }

    @Bean
    DynamicPropertyRegistrar mailServer(CaughtMails mails) {
        return properties -> {
            properties.add("spring.mail.host", () -> "127.0.0.1");
            properties.add("spring.mail.port", mails::port);
        };
    }

    @Bean
    DynamicPropertyRegistrar stripe() {
        return properties ->
                SimulatedStripe.shared().properties().forEach((name, value) -> properties.add(name, () -> value));
    }

    @Bean
    Utilities utilities(TenantProvisioning provisioning) {
        return Utilities.provisionedBy(provisioning);
    }

    @Bean
    static StatementCount statementCount() {
        return new StatementCount();
    }
}
