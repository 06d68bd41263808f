package fr.ondine.platform.identity;

import fr.ondine.platform.audit.AuditTrail;
import fr.ondine.platform.identity.PasskeyChanged.What;
import fr.ondine.platform.passkeys.KnownPasskey;
import fr.ondine.platform.passkeys.MadePasskey;
import fr.ondine.platform.passkeys.Passkey;
import fr.ondine.platform.passkeys.PasskeyOwner;
import fr.ondine.platform.passkeys.PasskeyTable;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.Tenants;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which passkeys open which account; one is given up, but never the last way in. */
@Component
@Transactional
class PasskeyAccounts {

    private final PasskeyTable passkeys;
    private final UserAccounts accounts;
    private final LinkedIdentities identities;
    private final FranceConnectDoor door;
    private final Sessions sessions;
    private final RememberedDevices devices;
    private final Tenants tenants;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PasskeyAccounts(
            JdbcClient database,
            UserAccounts accounts,
            LinkedIdentities identities,
            FranceConnectDoor door,
            Sessions sessions,
            RememberedDevices devices,
            Tenants tenants,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.passkeys = PasskeyTable.ofSubscribers(database);
        this.accounts = accounts;
        this.identities = identities;
        this.door = door;
        this.sessions = sessions;
        this.devices = devices;
        this.tenants = tenants;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    List<Passkey> of(UserId user) {
        return passkeys.of(user.value());
    }

    @Transactional(readOnly = true)
    List<byte[]> credentials(UserId user, String host) {
        return passkeys.credentials(user.value(), host);
    }

    @Transactional(readOnly = true)
    Optional<KnownPasskey> find(byte[] credentialId) {
        return passkeys.find(credentialId);
    }

    /** Whether any opens the account, at one of the hosts that the utility has now. */
    @Transactional(readOnly = true)
    boolean open(UserId user) {
        return passkeys.hasAt(user.value(), hosts(), null);
    }

    PasskeyOwner owner(CurrentUser user) {
        var account = locked(user);
        return new PasskeyOwner(
                passkeys.handle(account.id().value()), account.email().value(), user.displayName());
    }

    /** Nothing where it was removed, or counted as far, while it was checked. */
    Optional<CurrentUser> signIn(KnownPasskey known, byte[] credentialId, long counter) {
        var account = accounts.lockActive(new UserId(known.owner()))
                .filter(found ->
                        passkeys.find(credentialId).map(KnownPasskey::id).equals(Optional.of(known.id())));
        if (account.isEmpty()) {
            return Optional.empty();
        }
        if (!passkeys.use(known.id(), counter, clock.instant())) {
            tell(account.get(), What.COPIED, known.name());
            return Optional.empty();
        }
        return account.map(found -> found.signedIn(TenantContext.current().slug()));
    }

    /** The same for somebody who is signed in, and shows one of their own. */
    boolean shown(CurrentUser user, KnownPasskey known, long counter) {
        var account = locked(user);
        return account.id().value().equals(known.owner()) && passkeys.use(known.id(), counter, clock.instant());
    }

    void copied(KnownPasskey known) {
        accounts.findActive(new UserId(known.owner())).ifPresent(account -> tell(account, What.COPIED, known.name()));
    }

    /** A session that was ended meanwhile adds nothing: it may have been a thief's. */
    void add(CurrentUser user, MadePasskey made, String name) {
        var account = locked(user);
        passkeys.add(account.id().value(), made, name, clock.instant());
        tell(account, What.ADDED, name.strip());
    }

    /** Other sessions end: it is a lost telephone's, maybe. */
    CurrentUser remove(CurrentUser user, UUID passkey) {
        var account = locked(user);
        if (isLastWayIn(account, passkey)) {
            throw new LastWayIn();
        }
        passkeys.remove(account.id().value(), passkey).ifPresent(name -> {
            account.endSessions();
            devices.forgetAll(account.id());
            tell(accounts.saveAndFlush(account), What.REMOVED, name);
        });
        return account.signedIn(TenantContext.current().slug());
    }

    /** All of an account of which nobody knows any more who had it: its sessions have ended already. */
    void drop(UserAccount account) {
        passkeys.forget(account.id().value()).forEach(name -> tell(account, What.REMOVED, name));
    }

    /** The same without a word: the account is gone. */
    void forget(UserId user) {
        passkeys.forget(user.value());
    }

    private boolean isLastWayIn(UserAccount account, UUID passkey) {
        var owner = account.id().value();
        var hosts = hosts();
        var others = account.passwordHash() != null
                || door.isOffered() && identities.linkedAt(account.id()).isPresent()
                || passkeys.hasAt(owner, hosts, passkey);
        return !others && passkeys.hasAt(owner, hosts, null);
    }

    private Set<String> hosts() {
        return Set.copyOf(tenants.current().hosts());
    }

    private UserAccount locked(CurrentUser user) {
        return accounts.lockActive(user.userId())
                .filter(account -> sessions.isCurrent(user))
                .orElseThrow(SignInRefused::new);
    }

    private void tell(UserAccount account, What what, String name) {
        // what its owner calls it may name somebody, and the trail forgets nothing
        audit.record("user:" + account.id(), what.action(), "user:" + account.id(), "");
        events.publishEvent(new PasskeyChanged(TenantContext.current(), account.id(), account.email(), what, name));
    }
}
