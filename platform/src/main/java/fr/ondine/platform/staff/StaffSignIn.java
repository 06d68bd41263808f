package fr.ondine.platform.staff;

import fr.ondine.platform.audit.AuditTrail;
import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.kernel.InvalidEmailAddress;
import fr.ondine.platform.tenancy.TenantContext;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Signs staff in at the bound utility: a password, then a code of their application or one of their recovery codes. */
@Service
public class StaffSignIn {

    private static final Duration BETWEEN_THE_TWO = Duration.ofMinutes(10);

    private final StaffAccounts accounts;
    private final StaffPasswords passwords;
    private final StaffCodes codes;
    private final StaffAttempts attempts;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    StaffSignIn(
            StaffAccounts accounts,
            StaffPasswords passwords,
            StaffCodes codes,
            StaffAttempts attempts,
            AuditTrail audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.codes = codes;
        this.attempts = attempts;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The first step. Unknown, invited, suspended, wrong, too often: one refusal, in the same time. */
    public StaffPasswordGiven password(String email, String password, String from) {
        var typed = parsed(email);
        var account = typed.map(EmailAddress::value).orElse("?");
        if (!attempts.mayTryPassword(account, from)) {
            throw StaffSignInRefused.atPassword();
        }
        var found = typed.flatMap(address -> transaction.execute(status -> accounts.findActive(address)));
        var hash = found.map(StaffAccount::passwordHash).orElse(null);
        if (!passwords.fits(password, hash) || hash == null) {
            throw StaffSignInRefused.atPassword();
        }
        attempts.hadPassword(account, from);
        return new StaffPasswordGiven(
                TenantContext.current().slug(), found.orElseThrow().id(), hash, clock.instant());
    }

    /** The second step: a code of six digits, which counts once, or a recovery code, which is used up. */
    public CurrentStaff code(StaffPasswordGiven given, String code) {
        if (isStale(given) || !attempts.mayTryCode(given.staff())) {
            throw StaffSignInRefused.atCode();
        }
        var staff = transaction.execute(status -> complete(given, code));
        attempts.hadCode(given.staff());
        return staff;
    }

    private boolean isStale(StaffPasswordGiven given) {
        return !given.utility().equals(TenantContext.current().slug())
                || clock.instant().isAfter(given.at().plus(BETWEEN_THE_TWO));
    }

    private CurrentStaff complete(StaffPasswordGiven given, String code) {
        var account = accounts.find(given.staff())
                .filter(StaffAccount::isActive)
                .filter(found -> given.hash().equals(found.passwordHash()))
                .filter(found -> codes.accepts(found, code))
                .orElseThrow(StaffSignInRefused::atCode);
        accounts.signedIn(account.id(), clock.instant());
        var staff = account.signedIn();
        audit.record(staff.actor(), "staff.signed-in", staff.actor(), "");
        return staff;
    }

    private static Optional<EmailAddress> parsed(String email) {
        try {
            return Optional.of(new EmailAddress(email));
        } catch (InvalidEmailAddress nobodys) {
            return Optional.empty();
        }
    }
}
