package fr.ondine.platform.payments.stripe;

import com.stripe.StripeClient;
import com.stripe.exception.PermissionException;
import com.stripe.exception.StripeException;
import fr.ondine.platform.audit.AuditTrail;
import fr.ondine.platform.payments.ProviderUnavailable;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Whose a secret key is: with the key of another account than the configured one, money would go to a stranger. */
@Component
class StripeKeyOwners {

    private static final Logger LOG = LoggerFactory.getLogger(StripeKeyOwners.class);
    private static final Pattern ACCOUNT = Pattern.compile("'(acct_\\w+)'");

    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Map<StripeAccount, Boolean> own = new ConcurrentHashMap<>();

    StripeKeyOwners(AuditTrail audit, TransactionTemplate transaction) {
        this.audit = audit;
        this.transaction = transaction;
    }

    /** Whether the key was found to be another account's. */
    boolean isForeign(StripeAccount account) {
        return Boolean.FALSE.equals(own.get(account));
    }

    /** Asks Stripe once for each key; nothing may be ordered with one that is another account's. */
    void require(StripeAccount account, StripeClient client) {
        if (!own.containsKey(account)) {
            own.put(account, isOwn(account, client));
        }
        if (isForeign(account)) {
            throw new ProviderUnavailable(new IllegalStateException("not the key of " + account.id()));
        }
    }

    private boolean isOwn(StripeAccount account, StripeClient client) {
        var owner = StripeCall.read(() -> owner(client));
        if (owner.isEmpty()) {
            LOG.warn("Stripe does not say whose the key configured for {} is", account.id());
        }
        var foreign = owner.filter(found -> !found.equals(account.id()));
        foreign.ifPresent(found -> report(account, found));
        return foreign.isEmpty();
    }

    /** A restricted key may not read its account; Stripe names that account where it says so. */
    private static Optional<String> owner(StripeClient client) throws StripeException {
        try {
            return Optional.of(client.v1().accounts().retrieveCurrent().getId());
        } catch (PermissionException restricted) {
            var named = ACCOUNT.matcher(restricted.getMessage());
            return named.find() ? Optional.of(named.group(1)) : Optional.empty();
        }
    }

    private void report(StripeAccount account, String owner) {
        LOG.error("no card payments: the Stripe key configured for {} is that of {}", account.id(), owner);
        transaction.executeWithoutResult(status -> audit.record(
                "system", "payments.key-of-another-account", "stripe:" + account.id(), "the key is that of " + owner));
    }
}
