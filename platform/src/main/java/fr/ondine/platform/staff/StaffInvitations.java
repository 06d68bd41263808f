package fr.ondine.platform.staff;

import fr.ondine.platform.audit.AuditTrail;
import fr.ondine.platform.factors.SecondFactor;
import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.kernel.RawToken;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.Vault;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Invitations to work here: mailed, looked at, and accepted once, by choosing a password and confirming a second factor. */
@Service
public class StaffInvitations {

    private final StaffAccounts accounts;
    private final StaffPasswords passwords;
    private final StaffRecoveryCodes recovery;
    private final AuditTrail audit;
    private final Vault vault;
    private final StaffSettings settings;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    StaffInvitations(
            StaffAccounts accounts,
            StaffPasswords passwords,
            StaffRecoveryCodes recovery,
            AuditTrail audit,
            Vault vault,
            StaffSettings settings,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.recovery = recovery;
        this.audit = audit;
        this.vault = vault;
        this.settings = settings;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A new link in the place of any earlier one, announced to be mailed; only its digest is kept. */
    void send(StaffAccount account) {
        var link = RawToken.fresh();
        var until = clock.instant().plus(settings.invitationLife());
        accounts.invite(account.id(), link.digest(), until);
        events.publishEvent(new StaffInvited(TenantContext.current(), account.email(), account.name(), link, until));
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

    /** Opens the account, once; every earlier session of it ends. The recovery codes are told this one time. */
    public List<String> accept(RawToken link, String password, SecondFactor factor, String code) {
        var account = transaction
                .execute(status -> accounts.findInvited(link.digest(), clock.instant()))
                .orElseThrow(StaffInvitationNoLongerValid::new);
        var step = factor.confirm(code, clock.instant());
        var hash = passwords.hash(password, account.email()); // no connection is held meanwhile
        return transaction.execute(status -> open(link, account, hash, factor, step));
    }

    private List<String> open(RawToken link, StaffAccount account, String hash, SecondFactor factor, long step) {
        if (!accounts.accept(link.digest(), hash, vault.encrypt(factor.key()), step, clock.instant())) {
            throw new StaffInvitationNoLongerValid();
        }
        var who = account.signedIn().actor();
        audit.record(who, "staff.invitation-accepted", who, "");
        return recovery.renew(account.id());
    }

    /** An invitation that can be accepted, with a new second factor to confirm. */
    public record Invitation(EmailAddress email, String name, SecondFactor factor) {}
}
