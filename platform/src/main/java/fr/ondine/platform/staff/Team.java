package fr.ondine.platform.staff;

import fr.ondine.platform.audit.AuditTrail;
import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.tenancy.Serving;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.Tenants;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who works at the bound utility: invited, suspended and resumed by its administrators. */
@Service
@Transactional
public class Team {

    private final StaffAccounts accounts;
    private final StaffInvitations invitations;
    private final StaffPasskeyCheck passkeys;
    private final StaffProConnect proConnect;
    private final AuditTrail audit;
    private final Tenants tenants;
    private final Clock clock;

    Team(
            StaffAccounts accounts,
            StaffInvitations invitations,
            StaffPasskeyCheck passkeys,
            StaffProConnect proConnect,
            AuditTrail audit,
            Tenants tenants,
            Clock clock) {
        this.accounts = accounts;
        this.invitations = invitations;
        this.passkeys = passkeys;
        this.proConnect = proConnect;
        this.audit = audit;
        this.tenants = tenants;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<StaffSummary> all(CurrentStaff who) {
        who.require(StaffPermission.MANAGE_STAFF);
        return accounts.all().stream().map(StaffAccount::summary).toList();
    }

    /** Whose account an identity of ProConnect opens. */
    @Transactional(readOnly = true)
    public Set<UUID> linkedToProConnect(CurrentStaff who) {
        who.require(StaffPermission.MANAGE_STAFF);
        return proConnect.linked();
    }

    /** Has ProConnect open somebody's account no longer: another identity may be linked at their next sign-in. */
    public void unlinkProConnect(CurrentStaff who, UUID id) {
        who.requireProven(StaffPermission.MANAGE_STAFF, clock);
        notOneself(who, id);
        proConnect.drop(get(id), who);
    }

    /** Invites a person by mail. */
    public UUID invite(CurrentStaff who, EmailAddress email, String name, StaffRole role) {
        who.requireProven(StaffPermission.MANAGE_STAFF, clock);
        return add(who.actor(), email, name, role);
    }

    /**
     * Invites an administrator in the name of an operator: the first one, or again one who is locked out, whose password
     * and second factor are thereby forgotten.
     */
    public UUID inviteAdministrator(String operator, EmailAddress email, String name) {
        if (tenants.serving(TenantContext.current()) != Serving.OPEN) {
            throw new StaffRefused("utility-not-open");
        }
        return accounts.find(email)
                .map(known -> again(operator, known, StaffRole.ADMINISTRATOR))
                .orElseGet(() -> add(operator, email, name, StaffRole.ADMINISTRATOR));
    }

    /** Sends another invitation: to who let the first one lapse, or lost password or second factor. */
    public void inviteAgain(CurrentStaff who, UUID id) {
        who.requireProven(StaffPermission.MANAGE_STAFF, clock);
        notOneself(who, id);
        var account = get(id);
        keepAnAdministrator(account);
        again(who.actor(), account, account.role());
    }

    /** Says what somebody may from now on; they sign in again. */
    public void give(CurrentStaff who, UUID id, StaffRole role) {
        who.requireProven(StaffPermission.MANAGE_STAFF, clock);
        notOneself(who, id);
        var account = get(id);
        if (account.role() == role) {
            return;
        }
        keepAnAdministrator(account);
        accounts.give(id, role);
        audit.record(who.actor(), "staff.role-given", "staff:" + id, account.role() + " " + role);
    }

    /** Closes an account for a while: its sessions and invitations end. */
    public void suspend(CurrentStaff who, UUID id) {
        who.requireProven(StaffPermission.MANAGE_STAFF, clock);
        notOneself(who, id);
        keepAnAdministrator(get(id));
        accounts.suspend(id);
        audit.record(who.actor(), "staff.suspended", "staff:" + id, "");
    }

    public void resume(CurrentStaff who, UUID id) {
        who.requireProven(StaffPermission.MANAGE_STAFF, clock);
        if (get(id).state() != StaffState.SUSPENDED) {
            throw new StaffRefused("not-suspended");
        }
        accounts.resume(id);
        audit.record(who.actor(), "staff.resumed", "staff:" + id, "");
    }

    private UUID add(String actor, EmailAddress email, String name, StaffRole role) {
        if (name.isBlank()) {
            throw new StaffRefused("name-missing");
        }
        var id = accounts.add(email, name.strip(), role, clock.instant());
        invitations.send(get(id));
        audit.record(actor, "staff.invited", "staff:" + id, role.name());
        return id;
    }

    private UUID again(String actor, StaffAccount account, StaffRole role) {
        accounts.reopen(account.id(), role);
        passkeys.forget(account.id());
        proConnect.forget(account.id());
        invitations.send(account);
        audit.record(actor, "staff.invited-again", "staff:" + account.id(), role.name());
        return account.id();
    }

    private StaffAccount get(UUID id) {
        return accounts.find(id).orElseThrow(() -> new StaffRefused("unknown"));
    }

    private static void notOneself(CurrentStaff who, UUID id) {
        if (who.id().equals(id)) {
            throw new StaffRefused("oneself");
        }
    }

    private void keepAnAdministrator(StaffAccount account) {
        var administers = account.isActive() && account.role() == StaffRole.ADMINISTRATOR;
        if (administers && !accounts.hasOtherAdministrator(account.id())) {
            throw new StaffRefused("last-administrator");
        }
    }
}
