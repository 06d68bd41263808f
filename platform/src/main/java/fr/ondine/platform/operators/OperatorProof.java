package fr.ondine.platform.operators;

import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes an operator's second factor again, in the middle of a session, for what not everybody who finds it open may do. */
@Service
public class OperatorProof {

    private final OperatorAccounts accounts;
    private final CodeCheck codes;
    private final OperatorAttempts attempts;
    private final OperatorActs acts;
    private final TransactionTemplate transaction;
    private final Clock clock;

    OperatorProof(
            OperatorAccounts accounts,
            CodeCheck codes,
            OperatorAttempts attempts,
            OperatorActs acts,
            TransactionTemplate transaction,
            Clock clock) {
        this.accounts = accounts;
        this.codes = codes;
        this.attempts = attempts;
        this.acts = acts;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The same operator, proven now; a code counts once, and wrong ones are counted with those at the door. */
    public CurrentOperator prove(CurrentOperator who, String code) {
        if (!attempts.mayTryCode(who.id()) || !transaction.execute(status -> isRight(who, code))) {
            throw OperatorSignInRefused.atCode();
        }
        attempts.hadCode(who.id());
        return who.provenAt(clock.instant());
    }

    private boolean isRight(CurrentOperator who, String code) {
        var isRight = accounts.find(who.id())
                .filter(OperatorAccount::isActive)
                .filter(account -> account.securityVersion() == who.securityVersion())
                .filter(account -> codes.accepts(account, code))
                .isPresent();
        if (isRight) {
            acts.record(who.actor(), "proven again", "");
        }
        return isRight;
    }
}
