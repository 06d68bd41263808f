package fr.ondine.platform.staff;

import fr.ondine.platform.audit.AuditTrail;
import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.kernel.InvalidEmailAddress;
import fr.ondine.platform.passkeys.PasskeyAsked;
import fr.ondine.platform.passkeys.PasskeyQuestion;
import fr.ondine.platform.tenancy.TenantContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Signs staff in at the bound utility: a password or ProConnect, then a code of their application, a passkey or a recovery code. */
@Service
public class StaffSignIn {

    private static final Duration BETWEEN_THE_TWO = Duration.ofMinutes(10);

    private final StaffAccounts accounts;
    private final StaffPasswords passwords;
    private final StaffCodes codes;
    private final StaffPasskeyCheck passkeys;
    private final StaffProConnect proConnect;
    private final StaffAttempts attempts;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    StaffSignIn(
            StaffAccounts accounts,
            StaffPasswords passwords,
            StaffCodes codes,
            StaffPasskeyCheck passkeys,
            StaffProConnect proConnect,
            StaffAttempts attempts,
            AuditTrail audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.codes = codes;
        this.passkeys = passkeys;
        this.proConnect = proConnect;
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
    public CurrentStaff code(StaffFirstStep given, String code) {
        if (isStale(given) || !attempts.mayTryCode(given.staff())) {
            throw StaffSignInRefused.atCode();
        }
        var staff = transaction
                .execute(status -> complete(given, found -> codes.accepts(found, code)))
                .orElseThrow(StaffSignInRefused::atCode);
        attempts.hadCode(given.staff());
        return staff;
    }

    /** Whether the second step may still follow. */
    public boolean mayGoOn(StaffFirstStep given) {
        return !isStale(given);
    }

    /** Whether a passkey of theirs may stand for the code, at that host. */
    public boolean hasPasskey(StaffFirstStep given, String host) {
        return !isStale(given) && passkeys.hasAt(given.staff(), host);
    }

    /** Whether an application of theirs shows codes; who has none has passkeys and recovery codes. */
    public boolean hasApplication(StaffFirstStep given) {
        return !isStale(given) && transaction.execute(status -> accounts.hasApplication(given.staff()));
    }

    /** Asks for one of their passkeys. */
    public PasskeyAsked askPasskey(StaffFirstStep given, String host) {
        if (isStale(given)) {
            throw StaffSignInRefused.atPasskey();
        }
        return passkeys.ask(given.staff(), host);
    }

    /** The second step, by a passkey instead of a code. */
    public CurrentStaff passkey(StaffFirstStep given, PasskeyQuestion question, String answer) {
        if (isStale(given) || !attempts.mayTryCode(given.staff())) {
            throw StaffSignInRefused.atPasskey();
        }
        var shown = passkeys.shown(given.staff(), question, answer).orElseThrow(StaffSignInRefused::atPasskey);
        var staff = transaction
                .execute(status -> complete(given, found -> passkeys.use(shown)))
                .orElseThrow(StaffSignInRefused::atPasskey);
        attempts.hadCode(given.staff());
        return staff;
    }

    private boolean isStale(StaffFirstStep given) {
        return isStale(given, clock.instant());
    }

    /** Whether it was given elsewhere, or too long ago. */
    static boolean isStale(StaffFirstStep given, Instant now) {
        return !given.utility().equals(TenantContext.current().slug())
                || now.isAfter(given.at().plus(BETWEEN_THE_TWO));
    }

    private Optional<CurrentStaff> complete(StaffFirstStep given, Predicate<StaffAccount> factor) {
        return accounts.find(given.staff())
                .filter(StaffAccount::isActive)
                .filter(given::isStillOf)
                .filter(factor)
                .filter(found -> proConnect.completes(given, found))
                .map(this::signedIn);
    }

    private CurrentStaff signedIn(StaffAccount account) {
        accounts.signedIn(account.id(), clock.instant());
        var staff = account.signedIn().provenAt(clock.instant());
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
