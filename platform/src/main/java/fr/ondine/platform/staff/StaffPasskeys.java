package fr.ondine.platform.staff;

import fr.ondine.platform.passkeys.MadePasskey;
import fr.ondine.platform.passkeys.Passkey;
import fr.ondine.platform.passkeys.PasskeyAsked;
import fr.ondine.platform.passkeys.PasskeyCheck;
import fr.ondine.platform.passkeys.PasskeyOwner;
import fr.ondine.platform.passkeys.PasskeyQuestion;
import fr.ondine.platform.passkeys.PasskeyTable;
import fr.ondine.platform.staff.StaffCredentialChanged.What;
import fr.ondine.platform.tenancy.Tenants;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Passkeys (clés d'accès) of those who work here: another one, or one less, after the password and the second factor that
 * there is; never the last one.
 */
@Service
public class StaffPasskeys {

    private final PasskeyTable passkeys;
    private final PasskeyCheck check;
    private final StaffAccounts accounts;
    private final StaffCredentials credentials;
    private final Tenants tenants;
    private final TransactionTemplate transaction;
    private final Clock clock;

    StaffPasskeys(
            JdbcClient database,
            PasskeyCheck check,
            StaffAccounts accounts,
            StaffCredentials credentials,
            Tenants tenants,
            TransactionTemplate transaction,
            Clock clock) {
        this.passkeys = PasskeyTable.ofStaff(database);
        this.check = check;
        this.accounts = accounts;
        this.credentials = credentials;
        this.tenants = tenants;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** At which host of the utility a passkey counts that is asked for there. */
    public String hostOf(String asked) {
        return check.hostOf(asked);
    }

    /** One's own, in the order in which they were added. */
    public List<Passkey> of(CurrentStaff who) {
        who.require(StaffPermission.OWN_ACCOUNT);
        return transaction.execute(status -> passkeys.of(who.id()));
    }

    /** Asks the person's device for another one. */
    public PasskeyAsked askForNew(CurrentStaff who, String password, String host) {
        who.requireProven(StaffPermission.OWN_ACCOUNT, clock);
        return forNew(credentials.confirmed(who, password), host);
    }

    /** Has it stand for a code from now on, unless the session was ended meanwhile. */
    public void add(CurrentStaff who, PasskeyQuestion question, String answer, String name) {
        who.require(StaffPermission.OWN_ACCOUNT);
        var made = check.made(question, answer);
        transaction.executeWithoutResult(status -> {
            var account = current(who);
            passkeys.add(who.id(), made, name, clock.instant());
            credentials.changed(account, What.PASSKEY_ADDED);
        });
    }

    /** Other sessions end, this one goes on as the returned person. */
    public CurrentStaff remove(CurrentStaff who, UUID passkey, String password) {
        who.requireProven(StaffPermission.OWN_ACCOUNT, clock);
        credentials.confirmed(who, password);
        return transaction.execute(status -> {
            var account = current(who);
            if (account.sealedKey() == null && !passkeys.hasAt(who.id(), hosts(), passkey)) {
                throw new StaffRefused("last-factor");
            }
            if (passkeys.remove(who.id(), passkey).isEmpty()) {
                return who;
            }
            accounts.endSessions(who.id());
            return credentials.changed(account, What.PASSKEY_REMOVED);
        });
    }

    PasskeyAsked forNew(StaffAccount account, String host) {
        var here = check.hostOf(host);
        var known = transaction.execute(status -> passkeys.credentials(account.id(), here));
        var handle = transaction.execute(status -> passkeys.handle(account.id()));
        return check.forNew(new PasskeyOwner(handle, account.email().value(), account.name()), known, host);
    }

    void keep(StaffAccount account, MadePasskey made, String name) {
        passkeys.add(account.id(), made, name, clock.instant());
    }

    private StaffAccount current(CurrentStaff who) {
        accounts.lock(who.id());
        return accounts.find(who.id())
                .filter(StaffAccount::isActive)
                .filter(account -> account.securityVersion() == who.securityVersion())
                .orElseThrow(StaffSignInRefused::atPasskey);
    }

    private Set<String> hosts() {
        return Set.copyOf(tenants.current().hosts());
    }
}
