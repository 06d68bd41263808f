package fr.ondine.platform.operators;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says whether an operator's session still counts. */
@Service
public class OperatorSessions {

    private final OperatorAccounts accounts;

    OperatorSessions(OperatorAccounts accounts) {
        this.accounts = accounts;
    }

    /** Whether nothing has ended it since it began: another password, factor or permission, or the end of the account. */
    @Transactional(readOnly = true)
    public boolean isCurrent(CurrentOperator operator) {
        return accounts.find(operator.id())
                .filter(OperatorAccount::isActive)
                .filter(account -> account.securityVersion() == operator.securityVersion())
                .isPresent();
    }
}
