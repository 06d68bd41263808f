package fr.ondine.platform.staff;

import fr.ondine.platform.audit.AuditTrail;
import fr.ondine.platform.factors.PasswordRefused;
import fr.ondine.platform.factors.SecondFactor;
import fr.ondine.platform.staff.StaffCredentialChanged.What;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.Vault;
import java.time.Clock;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What staff change of their own: password, second factor, recovery codes; each asks for the present password. Another
 * second factor asks for the one that there is as well: who only knew the password would prove by their own what they may
 * not do.
 */
@Service
public class StaffCredentials {

    /** Whoever is signed in is in a place of their own: colleagues who guess use up nothing of theirs. */
    private static final String PLACE = "signed in ";

    private final StaffAccounts accounts;
    private final StaffPasswords passwords;
    private final StaffRecoveryCodes recovery;
    private final StaffAttempts attempts;
    private final AuditTrail audit;
    private final Vault vault;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    StaffCredentials(
            StaffAccounts accounts,
            StaffPasswords passwords,
            StaffRecoveryCodes recovery,
            StaffAttempts attempts,
            AuditTrail audit,
            Vault vault,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.recovery = recovery;
        this.attempts = attempts;
        this.audit = audit;
        this.vault = vault;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Replaces the password; every other session ends, this one goes on as the returned person. */
    public CurrentStaff changePassword(CurrentStaff who, String current, String fresh) {
        var account = confirmed(who, current);
        var hash = passwords.hash(fresh, account.email()); // no connection is held meanwhile
        return transaction.execute(status -> {
            requireStillSignedIn(who);
            accounts.choosePassword(who.id(), hash);
            return changed(account, What.PASSWORD);
        });
    }

    /** A new key for another application, which counts only once it is confirmed. */
    public SecondFactor freshFactor(CurrentStaff who) {
        who.requireProven(StaffPermission.OWN_ACCOUNT, clock);
        return SecondFactor.freshFor(who.email());
    }

    /** Replaces the second factor and the recovery codes; every other session ends. */
    public Changed changeFactor(CurrentStaff who, String password, SecondFactor factor, String code) {
        who.requireProven(StaffPermission.OWN_ACCOUNT, clock);
        var account = confirmed(who, password);
        var step = factor.confirm(code, clock.instant());
        return transaction.execute(status -> {
            requireStillSignedIn(who);
            accounts.chooseKey(who.id(), vault.encrypt(factor.key()), step);
            var next = changed(account, What.SECOND_FACTOR).provenAt(clock.instant());
            return new Changed(next, recovery.renew(who.id()));
        });
    }

    StaffAccount confirmed(CurrentStaff who, String password) {
        who.require(StaffPermission.OWN_ACCOUNT);
        if (!attempts.mayTryPassword(who.email(), PLACE + who.id())) {
            throw new PasswordRefused("wrong");
        }
        var account = transaction.execute(status -> accounts.find(who.id())).orElseThrow();
        if (!account.isActive() || !passwords.fits(password, account.passwordHash())) {
            throw new PasswordRefused("wrong");
        }
        attempts.hadPassword(who.email(), PLACE + who.id());
        return account;
    }

    /** What was typed before may open nothing any more: a thief must not take the place of whoever has just changed it. */
    private void requireStillSignedIn(CurrentStaff who) {
        accounts.lock(who.id());
        if (accounts.find(who.id())
                .filter(StaffAccount::isActive)
                .filter(account -> account.securityVersion() == who.securityVersion())
                .isEmpty()) {
            throw new PasswordRefused("wrong");
        }
    }

    CurrentStaff changed(StaffAccount account, What what) {
        var who = account.signedIn().actor();
        audit.record(who, "staff.credential-changed", who, what.name());
        events.publishEvent(new StaffCredentialChanged(TenantContext.current(), account.email(), account.name(), what));
        return accounts.find(account.id()).orElseThrow().signedIn();
    }

    /** The person as the session goes on, and the new recovery codes, told this one time. */
    public record Changed(CurrentStaff staff, List<String> recoveryCodes) {}
}
