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
    private final PasskeyAccounts passkeys;
    private final RememberedDevices devices;
    private final SessionRows sessions;
    private final KnownBrowsers browsers;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    Deletion(
            UserAccounts accounts,
            EmailTokens tokens,
            LinkedIdentities identities,
            PasskeyAccounts passkeys,
            RememberedDevices devices,
            SessionRows sessions,
            KnownBrowsers browsers,
            AuditTrail audit,
            ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.identities = identities;
        this.passkeys = passkeys;
        this.devices = devices;
        this.sessions = sessions;
        this.browsers = browsers;
        this.audit = audit;
        this.events = events;
    }

    /** Not for a session that was ended since it showed who it is: it may have been a thief's. */
    @Transactional
    void delete(CurrentUser person) {
        var user = person.userId();
        tokens.revoke(user, Purpose.values());
        var account =
                accounts.lockActive(user).filter(found -> found.isOf(person)).orElseThrow(SignInRefused::new);
        events.publishEvent(new AccountDeleted(TenantContext.current(), user, account.email()));
        account.anonymise();
        accounts.saveAndFlush(account);
        devices.forgetAll(user);
        sessions.forget(user);
        browsers.forget(user);
        identities.unlink(user);
        passkeys.forget(user);
        audit.record("user:" + user, "account.deleted", "user:" + user, "");
    }
}
