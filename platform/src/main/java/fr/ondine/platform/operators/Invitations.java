package fr.ondine.platform.operators;

import fr.ondine.platform.factors.SecondFactor;
import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.kernel.RawToken;
import fr.ondine.platform.tenancy.PlatformJobs;
import fr.ondine.platform.tenancy.PlatformVault;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Invitations: mailed, looked at, and accepted once, by choosing a password and confirming a second factor. */
@Service
public class Invitations {

    private final OperatorAccounts accounts;
    private final OperatorPasswords passwords;
    private final RecoveryCodes recovery;
    private final KeyRing keys;
    private final PlatformVault vault;
    private final PlatformJobs jobs;
    private final OperatorSettings settings;
    private final OperatorActs acts;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Invitations(
            OperatorAccounts accounts,
            OperatorPasswords passwords,
            RecoveryCodes recovery,
            KeyRing keys,
            PlatformVault vault,
            PlatformJobs jobs,
            OperatorSettings settings,
            OperatorActs acts,
            TransactionTemplate transaction,
            Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.recovery = recovery;
        this.keys = keys;
        this.vault = vault;
        this.jobs = jobs;
        this.settings = settings;
        this.acts = acts;
        this.transaction = transaction;
        this.clock = clock;
    }

    void mail(UUID operator) {
        jobs.enqueue(InvitationMail.NAME, operator, clock.instant());
    }

    /** A new link in the place of any earlier one; it is drawn when it leaves, so that it is kept nowhere. */
    @Transactional
    RawToken issue(UUID operator) {
        var token = RawToken.fresh();
        accounts.invite(operator, token.digest(), clock.instant().plus(settings.invitationLife()));
        return token;
    }

    /** Who is invited by a link, which is not used up by looking: mail scanners follow links. */
    @Transactional(readOnly = true)
    public Optional<Invitation> look(RawToken link) {
        return accounts.findInvited(link.digest(), clock.instant())
                .map(account -> new Invitation(
                        account.email(),
                        account.name(),
                        SecondFactor.freshFor(account.email().value())));
    }

    /** Opens the account, once; every earlier session and key of it ends. The recovery codes are told this one time. */
    public List<String> accept(RawToken link, String password, SecondFactor factor, String code) {
        var account = transaction
                .execute(status -> accounts.findInvited(link.digest(), clock.instant()))
                .orElseThrow(InvitationNoLongerValid::new);
        var step = factor.confirm(code, clock.instant());
        var hash = passwords.hash(password, account.email()); // no connection is held meanwhile
        return transaction.execute(status -> open(link, account, hash, factor, step));
    }

    private List<String> open(RawToken link, OperatorAccount account, String hash, SecondFactor factor, long step) {
        var sealed = vault.encrypt(keyOwner(account.id()), factor.key());
        if (!accounts.accept(link.digest(), hash, sealed, step, clock.instant())) {
            throw new InvitationNoLongerValid();
        }
        keys.revokeAll(account.id(), clock.instant());
        acts.record(
                "operator:" + account.email().value(),
                "invitation accepted",
                account.email().value());
        return recovery.renew(account.id());
    }

    static String keyOwner(UUID operator) {
        return "operator/" + operator;
    }

    /** An invitation that can be accepted, with a new second factor to confirm. */
    public record Invitation(EmailAddress email, String name, SecondFactor factor) {}
}
