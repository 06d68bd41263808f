package fr.ondine.platform.operators;

import fr.ondine.platform.factors.SecondFactor;
import fr.ondine.platform.tenancy.PlatformVault;
import java.time.Clock;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Whether a code is good now; a good one is used up by being checked. */
@Component
class CodeCheck {

    private final OperatorAccounts accounts;
    private final RecoveryCodes recovery;
    private final OperatorActs acts;
    private final PlatformVault vault;
    private final Clock clock;

    CodeCheck(OperatorAccounts accounts, RecoveryCodes recovery, OperatorActs acts, PlatformVault vault, Clock clock) {
        this.accounts = accounts;
        this.recovery = recovery;
        this.acts = acts;
        this.vault = vault;
        this.clock = clock;
    }

    boolean accepts(OperatorAccount account, String typed) {
        var code = typed.replace(" ", "");
        return SecondFactor.isCode(code) ? isOfNow(account, code) : isRecovery(account, code);
    }

    private boolean isOfNow(OperatorAccount account, String code) {
        var sealed = Objects.requireNonNull(account.sealedKey());
        var key = vault.decrypt(Invitations.keyOwner(account.id()), sealed);
        var step = SecondFactor.stepOf(code, key, clock.instant());
        return step.isPresent() && accounts.useStep(account.id(), step.getAsLong());
    }

    private boolean isRecovery(OperatorAccount account, String code) {
        var used = recovery.use(account.id(), code);
        if (used) {
            acts.record("operator:" + account.email().value(), "recovery code used", "");
        }
        return used;
    }
}
