package fr.ondine.journeys;

import fr.ondine.platform.tenancy.TenantProvisioning;
import fr.ondine.testing.StatementCount;
import fr.ondine.testing.Utilities;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The three utilities of the demonstration in the test's database. */
@Configuration(proxyBeanMethods = false)
class ProvisionedUtilities {

    @Bean
    static StatementCount statementCount() {
        return new StatementCount();
    }

    @Bean
    InitializingBean utilities(TenantProvisioning provisioning) {
        return () -> {
            provisioning.provision(Utilities.yaml(Utilities.SIEGVO));
            provisioning.provision(Utilities.yaml(Utilities.MALESHERBOIS));
            provisioning.provision(Utilities.yaml(Utilities.ILEO));
        };
    }
}
