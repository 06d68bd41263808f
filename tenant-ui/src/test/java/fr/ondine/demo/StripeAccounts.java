package fr.ondine.demo;

import fr.ondine.simulators.stripe.AccountSettings;
import fr.ondine.simulators.stripe.StripeSimulator;
import fr.ondine.tenantconfig.BundledTenants;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/** An account at the simulated Stripe for each utility that takes cards, its webhooks sent to the utility's own host. */
final class StripeAccounts {

    private StripeAccounts() {}

    static void openFor(StripeSimulator stripe, DemoSettings settings) {
        for (var slug : BundledTenants.slugs()) {
            var tenant = BundledTenants.read(slug);
            var account = tenant.payments().stripeAccount();
            if (account != null) {
                var webhook = URI.create(settings.origin(tenant.hosts().getFirst()) + "/webhooks/stripe");
                stripe.open(AccountSettings.of(account, secretKey(slug)).webhook(webhook, webhookSecret(slug)));
            }
        }
    }

    /** What the application is told of it. */
    static Map<String, Object> properties(StripeSimulator stripe) {
        var properties = new HashMap<String, Object>();
        properties.put("ondine.stripe-api.base", stripe.baseUri().toString());
        for (var slug : BundledTenants.slugs()) {
            properties.put("ondine.stripe." + slug + ".secret-key", secretKey(slug));
            properties.put("ondine.stripe." + slug + ".webhook-secret", webhookSecret(slug));
        }
        return properties;
    }

    private static String secretKey(String slug) {
        return "sk_test_demonstration_" + slug;
    }

    private static String webhookSecret(String slug) {
        return "whsec_demonstration_" + slug;
    }
}
