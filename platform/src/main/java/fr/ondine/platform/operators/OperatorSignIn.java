package fr.ondine.platform.operators;

import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.kernel.InvalidEmailAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Signs operators in: a password, then a code of their application or one of their recovery codes. */
@Service
public class OperatorSignIn {

    private static final Duration BETWEEN_THE_TWO = Duration.ofMinutes(10);

    private final OperatorAccounts accounts;
    private final OperatorPasswords passwords;
    private final CodeCheck codes;
    private final OperatorAttempts attempts;
    private final OperatorActs acts;
    private final TransactionTemplate transaction;
    private final Clock clock;

    OperatorSignIn(
            OperatorAccounts accounts,
            OperatorPasswords passwords,
            CodeCheck codes,
            OperatorAttempts attempts,
            OperatorActs acts,
            TransactionTemplate transaction,
            Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.codes = codes;
        this.attempts = attempts;
        this.acts = acts;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The first step. Unknown, invited, revoked, wrong, too often: one refusal, in the same time. */
    public PasswordGiven password(String email, String password, String from) {
        var typed = parsed(email);
        var account = typed.map(EmailAddress::value).orElse("?");
        if (!attempts.mayTryPassword(account, from)) {
            throw OperatorSignInRefused.atPassword();
        }
        var found = typed.flatMap(address -> transaction.execute(status -> accounts.findActive(address)));
        var hash = found.map(OperatorAccount::passwordHash).orElse(null);
        if (!passwords.fits(password, hash) || hash == null) {
            throw OperatorSignInRefused.atPassword();
        }
        attempts.hadPassword(account, from);
        return new PasswordGiven(found.orElseThrow().id(), hash, clock.instant());
    }

    /** The second step: a code of six digits, which counts once, or a recovery code, which is used up. */
    public CurrentOperator code(PasswordGiven given, String code) {
        if (clock.instant().isAfter(given.at().plus(BETWEEN_THE_TWO)) || !attempts.mayTryCode(given.operator())) {
            throw OperatorSignInRefused.atCode();
        }
        var operator = transaction.execute(status -> complete(given, code));
        attempts.hadCode(given.operator());
        return operator;
    }

    private CurrentOperator complete(PasswordGiven given, String code) {
        var account = accounts.find(given.operator())
                .filter(OperatorAccount::isActive)
                .filter(found -> given.hash().equals(found.passwordHash()))
                .filter(found -> codes.accepts(found, code))
                .orElseThrow(OperatorSignInRefused::atCode);
        accounts.signedIn(account.id(), clock.instant());
        var operator = account.signedIn().provenAt(clock.instant());
        acts.record(operator.actor(), "signed in", "");
        return operator;
    }

    private static Optional<EmailAddress> parsed(String email) {
        try {
            return Optional.of(new EmailAddress(email));
        } catch (InvalidEmailAddress nobodys) {
            return Optional.empty();
        }
    }
}
