package fr.ondine.platform.payments.stripe;

import static fr.ondine.testing.Utilities.MALESHERBOIS;
import static fr.ondine.testing.Utilities.SIEGVO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.StripeClient;
import fr.ondine.platform.audit.AuditTrail;
import fr.ondine.platform.payments.Order;
import fr.ondine.platform.payments.PaymentId;
import fr.ondine.platform.payments.ProviderUnavailable;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.platform.tenancy.Tenants;
import fr.ondine.simulators.stripe.AccountSettings;
import fr.ondine.simulators.stripe.Fault;
import fr.ondine.testing.SimulatedStripe;
import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.env.MockEnvironment;

class StripeKeyOwnersTests extends PaymentsTest {

    final PaymentId payment = new PaymentId(UUID.randomUUID());

    @Autowired
    Tenants tenants;

    @Autowired
    StripeApi api;

    @Autowired
    AuditTrail audit;

    @Test
    void nothing_is_ordered_with_the_key_of_another_account() {
        var misconfigured = siegvoWith(MALESHERBOIS);

        assertThatThrownBy(() -> open(misconfigured)).isInstanceOf(ProviderUnavailable.class);
        assertThatThrownBy(() -> open(misconfigured)).isInstanceOf(ProviderUnavailable.class);

        assertThat(ordered(SIEGVO) + ordered(MALESHERBOIS)).isZero();
        assertThat(isReady(misconfigured)).isFalse();
        assertThat(as(
                        SIEGVO,
                        () -> database.sql(
                                        "select detail from audit_entry where action = 'payments.key-of-another-account'")
                                .query(String.class)
                                .list()))
                .containsOnlyOnce("the key is that of " + SimulatedStripe.account(MALESHERBOIS));
    }

    @Test
    void with_the_utilitys_own_key_it_is() {
        var configured = siegvoWith(SIEGVO);

        open(configured);

        assertThat(ordered(SIEGVO)).isEqualTo(1);
        assertThat(isReady(configured)).isTrue();
    }

    @Test
    void while_stripe_does_not_say_whose_it_is_nothing_is_decided() {
        var configured = siegvoWith(SIEGVO);
        stripe.simulator().arm(Fault.refused("GET", "/v1/account", 500));

        assertThatThrownBy(() -> open(configured)).isInstanceOf(ProviderUnavailable.class);
        assertThat(ordered(SIEGVO)).isZero();
        assertThat(isReady(configured)).isTrue();

        open(configured);
        assertThat(ordered(SIEGVO)).isEqualTo(1);
    }

    @Test
    void a_restricted_key_is_known_by_the_account_that_its_refusal_names() {
        stripe.simulator().open(AccountSettings.of("acct_restricted", "rk_test_restricted"));
        var client = StripeClient.builder()
                .setApiKey("rk_test_restricted")
                .setApiBase(stripe.simulator().baseUri().toString())
                .build();
        var owners = new StripeKeyOwners(audit, transaction);
        var keys = new StripeKeys("rk_test_restricted", "whsec_1");

        TenantContext.runAs(SIEGVO, () -> {
            owners.require(new StripeAccount("acct_restricted", keys), client);
            assertThatThrownBy(() -> owners.require(new StripeAccount("acct_other", keys), client))
                    .isInstanceOf(ProviderUnavailable.class);
        });
    }

    private StripeGateway siegvoWith(TenantId owner) {
        var environment = new MockEnvironment()
                .withProperty("ondine.stripe.siegvo.secret-key", "sk_test_" + owner.slug())
                .withProperty("ondine.stripe.siegvo.webhook-secret", "whsec_siegvo");
        return new StripeGateway(
                new StripeAccounts(tenants, api, environment), new StripeKeyOwners(audit, transaction));
    }

    private void open(StripeGateway gateway) {
        var page = URI.create("http://siegvo.localhost/paiement");
        var order = new Order(payment, "payment-" + payment.value(), TOTAL, "Facture", page, page);
        TenantContext.callAs(SIEGVO, () -> gateway.open(order));
    }

    private boolean isReady(StripeGateway gateway) {
        return TenantContext.callAs(SIEGVO, gateway::isReady);
    }

    private int ordered(TenantId tenant) {
        return stripe.simulator()
                .sessions(SimulatedStripe.account(tenant), payment.value().toString())
                .size();
    }
}
