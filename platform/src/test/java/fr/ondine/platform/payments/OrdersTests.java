package fr.ondine.platform.payments;

import static fr.ondine.platform.kernel.Money.euros;
import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.platform.tenancy.TenantProvisioning;
import fr.ondine.tenantconfig.ConfigurationName;
import fr.ondine.testing.PlatformTest;
import fr.ondine.testing.Rows;
import fr.ondine.testing.Utilities;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PlatformTest
class OrdersTests {

    @Autowired
    Orders orders;

    @Autowired
    Payments payments;

    @Autowired
    TenantProvisioning provisioning;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    private final TenantId utility =
            new TenantId("o" + UUID.randomUUID().toString().substring(0, 8));
    private final String own = "portail." + utility.slug() + ".fr";
    private final String subdomain = utility.slug() + ".localhost";

    @BeforeEach
    void a_utility_with_a_host_of_its_own_beside_the_subdomain() {
        provisioning.provision(ConfigurationName.change(
                Utilities.like(Utilities.SIEGVO, utility.slug()), utility.slug(), List.of(own, subdomain)));
    }

    @Test
    void the_payer_comes_back_to_the_host_where_they_are_signed_in() {
        assertThat(pageAfterPaying(own).getHost()).isEqualTo(own);
        assertThat(pageAfterPaying(subdomain).getHost()).isEqualTo(subdomain);
    }

    @Test
    void a_host_that_is_none_of_the_utilitys_leads_to_the_canonical_one() {
        assertThat(pageAfterPaying("siegvo.localhost").getHost()).isEqualTo(own);
    }

    private URI pageAfterPaying(String host) {
        return TenantContext.callAs(utility, () -> {
            var id = new PaymentId(UUID.randomUUID());
            transaction.executeWithoutResult(status -> begin(id, host));
            return orders.about(id).order().success();
        });
    }

    private void begin(PaymentId id, String host) {
        var rows = new Rows(database);
        var agreement = rows.agreement();
        var invoice = rows.invoice(agreement, euros("90.00"), euros("4.95"));
        payments.save(new Payment(id, agreement, invoice, new Payer(rows.user(), host), euros("94.95"), Instant.now()));
    }
}
