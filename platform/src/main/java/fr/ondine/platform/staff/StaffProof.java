package fr.ondine.platform.staff;

import fr.ondine.platform.audit.AuditTrail;
import fr.ondine.platform.passkeys.PasskeyAsked;
import fr.ondine.platform.passkeys.PasskeyQuestion;
import java.time.Clock;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes the second factor again, in the middle of a session, for what not everybody who finds it open may do. */
@Service
public class StaffProof {

    private final StaffAccounts accounts;
    private final StaffCodes codes;
    private final StaffPasskeyCheck passkeys;
    private final StaffAttempts attempts;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    StaffProof(
            StaffAccounts accounts,
            StaffCodes codes,
            StaffPasskeyCheck passkeys,
            StaffAttempts attempts,
            AuditTrail audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.accounts = accounts;
        this.codes = codes;
        this.passkeys = passkeys;
        this.attempts = attempts;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The same person, proven now; a code counts once, and wrong ones are counted with those at the door. */
    public CurrentStaff prove(CurrentStaff who, String code) {
        who.require(StaffPermission.OWN_ACCOUNT);
        if (!attempts.mayTryCode(who.id())) {
            throw StaffSignInRefused.atCode();
        }
        if (!transaction.execute(status -> isRight(who, account -> codes.accepts(account, code)))) {
            throw StaffSignInRefused.atCode();
        }
        attempts.hadCode(who.id());
        return who.provenAt(clock.instant());
    }

    /** Whether a passkey of theirs may stand for the code, at that host. */
    public boolean hasPasskey(CurrentStaff who, String host) {
        who.require(StaffPermission.OWN_ACCOUNT);
        return passkeys.hasAt(who.id(), host);
    }

    /** Whether an application of theirs shows codes; who has none has passkeys and recovery codes. */
    public boolean hasApplication(CurrentStaff who) {
        who.require(StaffPermission.OWN_ACCOUNT);
        return transaction.execute(status -> accounts.hasApplication(who.id()));
    }

    /** Asks for one of their passkeys. */
    public PasskeyAsked ask(CurrentStaff who, String host) {
        who.require(StaffPermission.OWN_ACCOUNT);
        return passkeys.ask(who.id(), host);
    }

    /** The same person, proven now by a passkey. */
    public CurrentStaff prove(CurrentStaff who, PasskeyQuestion question, String answer) {
        who.require(StaffPermission.OWN_ACCOUNT);
        if (!attempts.mayTryCode(who.id())) {
            throw StaffSignInRefused.atPasskey();
        }
        var shown = passkeys.shown(who.id(), question, answer).orElseThrow(StaffSignInRefused::atPasskey);
        if (!transaction.execute(status -> isRight(who, account -> passkeys.use(shown)))) {
            throw StaffSignInRefused.atPasskey();
        }
        attempts.hadCode(who.id());
        return who.provenAt(clock.instant());
    }

    private boolean isRight(CurrentStaff who, Predicate<StaffAccount> factor) {
        var isRight = accounts.find(who.id())
                .filter(StaffAccount::isActive)
                .filter(account -> account.securityVersion() == who.securityVersion())
                .filter(factor)
                .isPresent();
        if (isRight) {
            audit.record(who.actor(), "staff.proven-again", who.actor(), "");
        }
        return isRight;
    }
}
