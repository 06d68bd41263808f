package fr.ondine.platform.staff;

import fr.ondine.platform.audit.AuditTrail;
import fr.ondine.platform.passkeys.KnownPasskey;
import fr.ondine.platform.passkeys.PasskeyAnswer;
import fr.ondine.platform.passkeys.PasskeyAsked;
import fr.ondine.platform.passkeys.PasskeyCheck;
import fr.ondine.platform.passkeys.PasskeyCopied;
import fr.ondine.platform.passkeys.PasskeyQuestion;
import fr.ondine.platform.passkeys.PasskeyRefused;
import fr.ondine.platform.passkeys.PasskeyTable;
import fr.ondine.platform.staff.StaffCredentialChanged.What;
import fr.ondine.platform.tenancy.TenantContext;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Whether a passkey of a person of the staff stands for a code now; nothing of the database is held while it is checked. */
@Component
class StaffPasskeyCheck {

    private final PasskeyTable passkeys;
    private final PasskeyCheck check;
    private final StaffAccounts accounts;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    StaffPasskeyCheck(
            JdbcClient database,
            PasskeyCheck check,
            StaffAccounts accounts,
            AuditTrail audit,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.passkeys = PasskeyTable.ofStaff(database);
        this.check = check;
        this.accounts = accounts;
        this.audit = audit;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Whether there is one that counts at the host where somebody is. */
    boolean hasAt(UUID staff, String host) {
        return transaction.execute(status -> passkeys.hasAt(staff, Set.of(check.hostOf(host)), null));
    }

    PasskeyAsked ask(UUID staff, String host) {
        var own = transaction.execute(status -> passkeys.credentials(staff, check.hostOf(host)));
        return check.forOneOf(own, host);
    }

    /** What was shown, to be used up with what it is shown for; nothing where it is not believed, or somebody else's. */
    Optional<Shown> shown(UUID staff, PasskeyQuestion question, String text) {
        try {
            var answer = check.read(text);
            var known = transaction.execute(status -> passkeys.find(answer.credentialId())
                    .filter(found -> found.owner().equals(staff)));
            return counted(question, answer, known);
        } catch (PasskeyRefused refused) {
            return Optional.empty();
        }
    }

    private Optional<Shown> counted(PasskeyQuestion question, PasskeyAnswer answer, Optional<KnownPasskey> known) {
        try {
            var counter = check.check(question, answer, known.orElse(null));
            return known.map(found -> new Shown(found.id(), counter));
        } catch (PasskeyCopied backwards) {
            known.ifPresent(found -> transaction.executeWithoutResult(status -> copied(found)));
            return Optional.empty();
        }
    }

    /** Once, in the transaction of what it is shown for. */
    boolean use(Shown shown) {
        return passkeys.use(shown.passkey(), shown.counter(), clock.instant());
    }

    void forget(UUID staff) {
        passkeys.forget(staff);
    }

    private void copied(KnownPasskey known) {
        accounts.find(known.owner()).ifPresent(account -> {
            var who = account.signedIn().actor();
            audit.record(who, "staff.passkey-copied", who, "");
            events.publishEvent(new StaffCredentialChanged(
                    TenantContext.current(), account.email(), account.name(), What.PASSKEY_COPIED));
        });
    }

    /** A passkey that was believed. */
    record Shown(UUID passkey, long counter) {}
}
