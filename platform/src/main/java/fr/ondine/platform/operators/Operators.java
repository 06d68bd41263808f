package fr.ondine.platform.operators;

import fr.ondine.platform.kernel.EmailAddress;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who may work at the console: invited, given another permission, and sent away by those who administer. */
@Service
@Transactional
public class Operators {

    private final OperatorAccounts accounts;
    private final Invitations invitations;
    private final KeyRing keys;
    private final RecoveryCodes recovery;
    private final OperatorActs acts;
    private final Clock clock;

    Operators(
            OperatorAccounts accounts,
            Invitations invitations,
            KeyRing keys,
            RecoveryCodes recovery,
            OperatorActs acts,
            Clock clock) {
        this.recovery = recovery;
        this.accounts = accounts;
        this.invitations = invitations;
        this.keys = keys;
        this.acts = acts;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<OperatorSummary> all(CurrentOperator who) {
        who.require(Permission.VIEW);
        return accounts.all().stream().map(OperatorAccount::summary).toList();
    }

    /** The addresses of those whose recovery codes are of a release that kept them under the master key: they end with it. */
    @Transactional(readOnly = true)
    public List<String> withRecoveryCodesOfFormerReleases() {
        return recovery.ofFormerReleases();
    }

    /** Invites a person by mail. */
    public UUID invite(CurrentOperator who, EmailAddress email, String name, Permission permission) {
        who.requireProven(Permission.ADMINISTER, clock);
        var id = add(who.actor(), email, name, permission);
        invitations.mail(id);
        return id;
    }

    /**
     * Invites in the name of whoever may run the platform's commands: the first operator, or again one who is locked out.
     * The mail leaves from a process that serves.
     */
    public UUID inviteFromOutside(String actor, EmailAddress email, String name, Permission permission) {
        var id = accounts.find(email)
                .map(known -> again(actor, known, permission))
                .orElseGet(() -> add(actor, email, name, permission));
        invitations.mail(id);
        return id;
    }

    /** Sends another invitation: to who let the first one lapse, or lost password or second factor, or comes back. */
    public void inviteAgain(CurrentOperator who, UUID id) {
        who.requireProven(Permission.ADMINISTER, clock);
        var account = get(id);
        again(who.actor(), account, account.permission());
        invitations.mail(id);
    }

    /** Changes what an operator may do; their sessions end. */
    public void allow(CurrentOperator who, UUID id, Permission permission) {
        who.requireProven(Permission.ADMINISTER, clock);
        var account = get(id);
        if (permission != Permission.ADMINISTER) {
            keepAnAdministrator(account);
        }
        accounts.allow(id, permission);
        acts.record(who.actor(), "operator allowed", detail(account.email(), permission));
    }

    /** Closes an account: sessions, invitations and keys end. */
    public void revoke(CurrentOperator who, UUID id) {
        who.requireProven(Permission.ADMINISTER, clock);
        var account = get(id);
        keepAnAdministrator(account);
        accounts.revoke(id);
        keys.revokeAll(id, clock.instant());
        acts.record(who.actor(), "operator revoked", account.email().value());
    }

    private UUID add(String actor, EmailAddress email, String name, Permission permission) {
        if (name.isBlank()) {
            throw new OperatorRefused("name-missing");
        }
        var id = accounts.add(email, name.strip(), permission, clock.instant());
        acts.record(actor, "operator invited", detail(email, permission));
        return id;
    }

    private UUID again(String actor, OperatorAccount account, Permission permission) {
        if (account.state() == OperatorState.REVOKED) {
            accounts.reopen(account.id());
        }
        if (account.permission() != permission) {
            accounts.allow(account.id(), permission);
        }
        acts.record(actor, "operator invited again", detail(account.email(), permission));
        return account.id();
    }

    private static String detail(EmailAddress email, Permission permission) {
        return email.value() + " " + permission;
    }

    private OperatorAccount get(UUID id) {
        return accounts.find(id).orElseThrow(() -> new OperatorRefused("unknown-operator"));
    }

    private void keepAnAdministrator(OperatorAccount account) {
        var administers = account.isActive() && account.permission() == Permission.ADMINISTER;
        if (administers && !accounts.hasOtherAdministrator(account.id())) {
            throw new OperatorRefused("last-administrator");
        }
    }
}
