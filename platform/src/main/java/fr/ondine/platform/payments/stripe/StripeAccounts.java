package fr.ondine.platform.payments.stripe;

import com.stripe.StripeClient;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.Tenants;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The account and the client of the bound utility; no client is shared and the SDK's static settings stay untouched. */
@Component
class StripeAccounts {

    private final Tenants tenants;
    private final StripeApi api;
    private final Map<String, StripeKeys> keys;
    private final Map<StripeAccount, StripeClient> clients = new ConcurrentHashMap<>();

    StripeAccounts(Tenants tenants, StripeApi api, Environment environment) {
        this.tenants = tenants;
        this.api = api;
        keys = Binder.get(environment)
                .bind("ondine.stripe", Bindable.mapOf(String.class, StripeKeys.class))
                .orElse(Map.of());
    }

    Optional<StripeAccount> current() {
        var account = tenants.current().payments().stripeAccount();
        var secrets = keys.get(TenantContext.current().slug());
        return account == null || secrets == null ? Optional.empty() : Optional.of(new StripeAccount(account, secrets));
    }

    /** The short names for which there are keys, whether or not there are such utilities. */
    Set<String> slugs() {
        return keys.keySet();
    }

    StripeClient client() {
        var account = current()
                .orElseThrow(() -> new IllegalStateException(TenantContext.current() + " has no keys for Stripe"));
        return clients.computeIfAbsent(account, this::connect);
    }

    private StripeClient connect(StripeAccount account) {
        return StripeClient.builder()
                .setApiKey(account.keys().secretKey())
                .setApiBase(api.base().toString())
                .setConnectTimeout((int) api.connectTimeout().toMillis())
                .setReadTimeout((int) api.readTimeout().toMillis())
                .setMaxNetworkRetries(api.retries())
                .build();
    }
}
