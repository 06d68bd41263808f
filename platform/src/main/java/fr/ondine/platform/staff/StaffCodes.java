package fr.ondine.platform.staff;

import fr.ondine.platform.audit.AuditTrail;
import fr.ondine.platform.factors.SecondFactor;
import fr.ondine.platform.tenancy.Vault;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Whether a code is good now; a good one is used up by being checked. */
@Component
class StaffCodes {

    private final StaffAccounts accounts;
    private final StaffRecoveryCodes recovery;
    private final AuditTrail audit;
    private final Vault vault;
    private final Clock clock;

    StaffCodes(StaffAccounts accounts, StaffRecoveryCodes recovery, AuditTrail audit, Vault vault, Clock clock) {
        this.accounts = accounts;
        this.recovery = recovery;
        this.audit = audit;
        this.vault = vault;
        this.clock = clock;
    }

    boolean accepts(StaffAccount account, String typed) {
        var code = typed.replace(" ", "");
        return SecondFactor.isCode(code) ? isOfNow(account, code) : isRecovery(account, code);
    }

    private boolean isOfNow(StaffAccount account, String code) {
        if (account.sealedKey() == null) { // who has passkeys alone
            return false;
        }
        var key = vault.decrypt(account.sealedKey());
        var step = SecondFactor.stepOf(code, key, clock.instant());
        return step.isPresent() && accounts.useStep(account.id(), step.getAsLong());
    }

    private boolean isRecovery(StaffAccount account, String code) {
        var used = recovery.use(account.id(), code);
        if (used) {
            var who = account.signedIn().actor();
            audit.record(who, "staff.recovery-code-used", who, "");
        }
        return used;
    }
}
