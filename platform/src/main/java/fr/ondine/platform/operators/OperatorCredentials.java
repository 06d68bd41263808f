package fr.ondine.platform.operators;

import fr.ondine.platform.factors.PasswordRefused;
import fr.ondine.platform.factors.SecondFactor;
import fr.ondine.platform.tenancy.PlatformJobs;
import fr.ondine.platform.tenancy.PlatformVault;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What operators change of their own: password, second factor, recovery codes; each asks for the present password. Another
 * second factor asks for the one that there is as well: who only knew the password would prove by their own what they may
 * not do.
 */
@Service
public class OperatorCredentials {

    private final OperatorAccounts accounts;
    private final OperatorPasswords passwords;
    private final RecoveryCodes recovery;
    private final PresentPassword present;
    private final OperatorActs acts;
    private final PlatformVault vault;
    private final PlatformJobs jobs;
    private final TransactionTemplate transaction;
    private final Clock clock;

    OperatorCredentials(
            OperatorAccounts accounts,
            OperatorPasswords passwords,
            RecoveryCodes recovery,
            PresentPassword present,
            OperatorActs acts,
            PlatformVault vault,
            PlatformJobs jobs,
            TransactionTemplate transaction,
            Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.recovery = recovery;
        this.present = present;
        this.acts = acts;
        this.vault = vault;
        this.jobs = jobs;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Replaces the password; every other session ends, this one goes on as the returned operator. */
    public CurrentOperator changePassword(CurrentOperator who, String current, String fresh) {
        var account = present.confirm(who, current);
        var hash = passwords.hash(fresh, account.email());
        return transaction.execute(status -> {
            requireStillSignedIn(who);
            accounts.choosePassword(who.id(), hash);
            acts.record(who.actor(), "password changed", "");
            jobs.enqueue(AccountNews.PASSWORD_CHANGED.task(), who.id(), clock.instant());
            return now(who);
        });
    }

    /** A new key for another application, which counts only once it is confirmed. */
    public SecondFactor freshFactor(CurrentOperator who) {
        who.requireProven(Permission.VIEW, clock);
        return SecondFactor.freshFor(who.email());
    }

    /** Replaces the second factor and the recovery codes; every other session ends. */
    public Changed changeFactor(CurrentOperator who, String password, SecondFactor factor, String code) {
        who.requireProven(Permission.VIEW, clock);
        present.confirm(who, password);
        var step = factor.confirm(code, clock.instant());
        return transaction.execute(status -> {
            requireStillSignedIn(who);
            accounts.chooseKey(who.id(), vault.encrypt(Invitations.keyOwner(who.id()), factor.key()), step);
            acts.record(who.actor(), "second factor changed", "");
            jobs.enqueue(AccountNews.FACTOR_CHANGED.task(), who.id(), clock.instant());
            return new Changed(now(who).provenAt(clock.instant()), recovery.renew(who.id()));
        });
    }

    /** What was typed before may open nothing any more: a thief must not take the place of whoever has just changed it. */
    void requireStillSignedIn(CurrentOperator who) {
        accounts.lock(who.id());
        if (accounts.find(who.id())
                .filter(OperatorAccount::isActive)
                .filter(account -> account.securityVersion() == who.securityVersion())
                .isEmpty()) {
            throw new PasswordRefused("wrong");
        }
    }

    private CurrentOperator now(CurrentOperator who) {
        return accounts.find(who.id()).orElseThrow().signedIn();
    }

    /** The operator as the session goes on, and the new recovery codes, told this one time. */
    public record Changed(CurrentOperator operator, List<String> recoveryCodes) {}
}
