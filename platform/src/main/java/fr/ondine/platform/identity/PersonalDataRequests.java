package fr.ondine.platform.identity;

import fr.ondine.platform.audit.AuditTrail;
import fr.ondine.platform.tenancy.RateLimits;
import fr.ondine.platform.tenancy.TenantContext;
import java.time.Duration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets a person take all that is known of them: after they have shown that it is they, a few times, and their mailbox is told. */
@Service
public class PersonalDataRequests {

    /** A file costs a paper for each invoice. */
    private static final int AN_HOUR = 3;

    private final Reauthentication reauthentication;
    private final UserAccounts accounts;
    private final RateLimits limits;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    PersonalDataRequests(
            Reauthentication reauthentication,
            UserAccounts accounts,
            RateLimits limits,
            AuditTrail audit,
            ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.reauthentication = reauthentication;
        this.accounts = accounts;
        this.limits = limits;
        this.audit = audit;
        this.events = events;
        this.transaction = transaction;
    }

    /** Returns when the person may take their file now. */
    public void ask(CurrentUser user, String password) {
        reauthentication.require(user.userId(), password);
        give(user);
    }

    /** The same for who has shown otherwise that it is they. */
    public void ask(CurrentUser user, OwnerProof proof) {
        reauthentication.require(user.userId(), OwnerAct.TAKE_DATA, proof);
        give(user);
    }

    private void give(CurrentUser user) {
        if (!limits.allow("personal-data", user.userId().toString(), AN_HOUR, Duration.ofHours(1))) {
            throw new TooManyAttempts();
        }
        transaction.executeWithoutResult(status -> tell(user));
    }

    private void tell(CurrentUser person) {
        var user = person.userId();
        var account =
                accounts.lockActive(user).filter(found -> found.isOf(person)).orElseThrow(SignInRefused::new);
        audit.record("user:" + user, "personal-data.taken", "user:" + user, "");
        events.publishEvent(new PersonalDataAsked(TenantContext.current(), user, account.email()));
    }
}
