package fr.ondine.platform.operators;

import fr.ondine.platform.factors.PasswordRefused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Asks an operator who is signed in for the present password, before what a session that was left open must not do. */
@Component
class PresentPassword {

    /** Whoever is signed in is in a place of their own: colleagues who guess use up nothing of theirs. */
    private static final String PLACE = "signed in ";

    private final OperatorAccounts accounts;
    private final OperatorPasswords passwords;
    private final OperatorAttempts attempts;
    private final TransactionTemplate transaction;

    PresentPassword(
            OperatorAccounts accounts,
            OperatorPasswords passwords,
            OperatorAttempts attempts,
            TransactionTemplate transaction) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.attempts = attempts;
        this.transaction = transaction;
    }

    OperatorAccount confirm(CurrentOperator who, String password) {
        if (!attempts.mayTryPassword(who.email(), PLACE + who.id())) {
            throw new PasswordRefused("wrong");
        }
        var account = transaction.execute(status -> accounts.find(who.id())).orElseThrow();
        if (!passwords.fits(password, account.passwordHash())) {
            throw new PasswordRefused("wrong");
        }
        attempts.hadPassword(who.email(), PLACE + who.id());
        return account;
    }
}
