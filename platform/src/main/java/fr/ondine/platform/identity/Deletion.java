package fr.ondine.platform.identity;

import fr.ondine.platform.audit.AuditTrail;
import fr.ondine.platform.identity.EmailTokens.Purpose;
import fr.ondine.platform.tenancy.TenantContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Forgets a person at their wish, in one transaction with everybody who keeps something of theirs. */
@Component
class Deletion {

    private final UserAccounts accounts;
    private final EmailTokens tokens;
    private final LinkedIdentities identities;
    private final RememberedDevices devices;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    Deletion(
            UserAccounts accounts,
            EmailTokens tokens,
            LinkedIdentities identities,
            RememberedDevices devices,
            AuditTrail audit,
            ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.identities = identities;
        this.devices = devices;
        this.audit = audit;
        this.events = events;
    }

    @Transactional
    void delete(UserId user) {
        var account = accounts.findActive(user).orElseThrow(SignInRefused::new);
        events.publishEvent(new AccountDeleted(TenantContext.current(), user, account.email()));
        account.anonymise();
        accounts.saveAndFlush(account);
        tokens.revoke(user, Purpose.values());
        devices.forgetAll(user);
        identities.unlink(user);
        audit.record("user:" + user, "account.deleted", "user:" + user, "");
    }
}
