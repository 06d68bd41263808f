package fr.ondine.platform.staff;

import fr.ondine.platform.audit.AuditTrail;
import fr.ondine.platform.factors.SecondFactor;
import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.kernel.RawToken;
import fr.ondine.platform.passkeys.PasskeyAsked;
import fr.ondine.platform.passkeys.PasskeyCheck;
import fr.ondine.platform.passkeys.PasskeyQuestion;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.Vault;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Invitations to work here: mailed, looked at by the link or by whom ProConnect names, and accepted once, by choosing a
 * password and confirming a second factor.
 */
@Service
public class StaffInvitations {

    private final StaffAccounts accounts;
    private final StaffPasswords passwords;
    private final StaffRecoveryCodes recovery;
    private final StaffPasskeys passkeys;
    private final StaffProConnect proConnect;
    private final PasskeyCheck check;
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
            StaffPasskeys passkeys,
            StaffProConnect proConnect,
            PasskeyCheck check,
            AuditTrail audit,
            Vault vault,
            StaffSettings settings,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.recovery = recovery;
        this.passkeys = passkeys;
        this.proConnect = proConnect;
        this.check = check;
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
        return find(Shown.by(link)).map(StaffInvitations::invitation);
    }

    /** The same for whom ProConnect has named instead. */
    @Transactional(readOnly = true)
    public Optional<Invitation> look(StaffProConnectGiven given) {
        return shown(given).flatMap(this::find).map(StaffInvitations::invitation);
    }

    /** Opens the account, once; every earlier session of it ends. The recovery codes are told this one time. */
    public List<String> accept(RawToken link, String password, SecondFactor factor, String code) {
        return accept(Shown.by(link), password, factor, code);
    }

    /** The same, and links the account to whom ProConnect has named. */
    public List<String> accept(StaffProConnectGiven given, String password, SecondFactor factor, String code) {
        return accept(by(given), password, factor, code);
    }

    /** Asks the device of who is invited for a passkey, which stands in the place of the application. */
    public PasskeyAsked askPasskey(RawToken link, String password, String host) {
        return askPasskey(Shown.by(link), password, host);
    }

    /** The same for whom ProConnect has named instead. */
    public PasskeyAsked askPasskey(StaffProConnectGiven given, String password, String host) {
        return askPasskey(by(given), password, host);
    }

    /** Opens the account with that passkey, once, as above. */
    public List<String> accept(RawToken link, String password, PasskeyQuestion question, String answer, String name) {
        return accept(Shown.by(link), password, question, answer, name);
    }

    /** The same, and links the account to whom ProConnect has named. */
    public List<String> accept(
            StaffProConnectGiven given, String password, PasskeyQuestion question, String answer, String name) {
        return accept(by(given), password, question, answer, name);
    }

    private List<String> accept(Shown shown, String password, SecondFactor factor, String code) {
        var account = invited(shown);
        var step = factor.confirm(code, clock.instant());
        var hash = passwords.hash(password, account.email()); // no connection is held meanwhile
        return transaction.execute(status -> open(shown, account, hash, vault.encrypt(factor.key()), step));
    }

    private PasskeyAsked askPasskey(Shown shown, String password, String host) {
        var account = invited(shown);
        passwords.check(password, account.email()); // before the device keeps something for it
        return passkeys.forNew(account, host);
    }

    private List<String> accept(Shown shown, String password, PasskeyQuestion question, String answer, String name) {
        var account = invited(shown);
        var hash = passwords.hash(password, account.email()); // no connection is held meanwhile
        var made = check.made(question, answer);
        return transaction.execute(status -> {
            var codes = open(shown, account, hash, null, 0);
            passkeys.keep(account, made, name);
            return codes;
        });
    }

    private StaffAccount invited(Shown shown) {
        return transaction.execute(status -> find(shown)).orElseThrow(StaffInvitationNoLongerValid::new);
    }

    private Optional<StaffAccount> find(Shown shown) {
        return accounts.findInvited(shown.invitation(), clock.instant());
    }

    private List<String> open(Shown shown, StaffAccount account, String hash, byte @Nullable [] sealedKey, long step) {
        if (!accounts.accept(shown.invitation(), hash, sealedKey, step, clock.instant())) {
            throw new StaffInvitationNoLongerValid();
        }
        // whoever the account was before the invitation, an older release has not forgotten them
        proConnect.forget(account.id());
        var who = account.signedIn().actor();
        audit.record(who, "staff.invitation-accepted", who, "");
        if (shown.given() != null && !proConnect.completes(shown.given(), account)) {
            throw new StaffInvitationNoLongerValid();
        }
        return recovery.renew(account.id());
    }

    private Shown by(StaffProConnectGiven given) {
        return shown(given).orElseThrow(StaffInvitationNoLongerValid::new);
    }

    private Optional<Shown> shown(StaffProConnectGiven given) {
        return Optional.ofNullable(given.invitation())
                .filter(invitation -> !StaffSignIn.isStale(given, clock.instant()))
                .map(invitation -> new Shown(invitation, given));
    }

    private static Invitation invitation(StaffAccount account) {
        return new Invitation(
                account.email(),
                account.name(),
                SecondFactor.freshFor(account.email().value()));
    }

    /** What shows that somebody is invited: the mailed link, or ProConnect, which knows to whom it went. */
    private record Shown(byte[] invitation, @Nullable StaffProConnectGiven given) {

        static Shown by(RawToken link) {
            return new Shown(link.digest(), null);
        }
    }

    /** An invitation that can be accepted, with a new second factor to confirm. */
    public record Invitation(EmailAddress email, String name, SecondFactor factor) {}
}
