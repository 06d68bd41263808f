package fr.ondine.platform.identity;

import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.kernel.RawToken;
import fr.ondine.tenantconfig.TenantConfig;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Accounts that are opened by FranceConnect: known by what it has proven, never by an address alone. */
@Service
public class FranceConnectAccounts {

    private final IdentityLinks links;
    private final Applications applications;
    private final FranceConnectDoor door;
    private final ClosedDoor closed;
    private final Reauthentication reauthentication;
    private final Attempts attempts;
    private final EvenTime evenly;

    FranceConnectAccounts(
            IdentityLinks links,
            Applications applications,
            FranceConnectDoor door,
            ClosedDoor closed,
            Reauthentication reauthentication,
            Attempts attempts,
            EvenTime evenly) {
        this.links = links;
        this.applications = applications;
        this.door = door;
        this.closed = closed;
        this.reauthentication = reauthentication;
        this.attempts = attempts;
        this.evenly = evenly;
    }

    /** Whether somebody may come back from FranceConnect once more, from that network address. */
    public boolean mayArrive(Visitor visitor) {
        return attempts.mayArrive(visitor);
    }

    /** Somebody came from there who can be believed. */
    public void arrived(Visitor visitor) {
        attempts.arrived(visitor);
    }

    /** Whose account the identity opens; nobody's when it comes for the first time. */
    public Optional<CurrentUser> signIn(ProvenIdentity identity) {
        return links.signIn(identity);
    }

    /** Where somebody was written to who asked for a space under the identity and has not confirmed it. */
    public Optional<AwaitedSpace> awaited(ProvenIdentity identity) {
        return applications.awaited(identity);
    }

    /**
     * Opens the space that was asked for: by the mailed link, which shows that the mailbox is read, and by who asked,
     * shown once more, which a stranger with a mistyped address is not ({@link AnotherIdentity}).
     */
    public CurrentUser confirm(RawToken link, ProvenIdentity identity) {
        return applications.activate(link, identity);
    }

    /**
     * Has a link mailed that opens a new account for the identity or, where the address has an account, a mail that says
     * so: the same answer. A link that went elsewhere before opens nothing any more. Whoever has an account signs in to it and links the identity there.
     */
    public ApplicationId signUp(ProvenIdentity identity, EmailAddress email, Visitor visitor) {
        attempts.mayAskFor("sign-up", email, visitor);
        var as = ApplicationId.fresh();
        evenly.run(() -> applications.file(email, Application.by(identity, as)));
        return as;
    }

    /** How many could not come in any more if one configuration followed the other; they would be written to. */
    public int leftOutside(TenantConfig now, TenantConfig then) {
        return now.offersFranceConnect() && !then.offersFranceConnect() ? closed.behind(then.hosts()) : 0;
    }

    /** By what the person who is signed in may sign in. */
    public WaysIn waysIn(UserId user) {
        return links.waysIn(user);
    }

    /**
     * That the person who is signed in has just come from there once more, for that act: the one whose identity is linked,
     * or {@link AnotherIdentity}. Nothing is opened, made or linked by it.
     */
    public OwnerProof prove(CurrentUser user, OwnerAct act, ProvenIdentity identity) {
        reauthentication.mayTry(user.userId());
        if (!links.isOf(user, identity)) {
            throw new AnotherIdentity();
        }
        return reauthentication.prove(user.userId(), act);
    }

    /** Has the identity open the account of the person who is signed in, after their password. */
    public void link(CurrentUser user, ProvenIdentity identity, String password) {
        reauthentication.require(user.userId(), password);
        links.link(user, identity);
    }

    /** The same for who has shown otherwise that it is they. */
    public void link(CurrentUser user, ProvenIdentity identity, OwnerProof proof) {
        reauthentication.require(user.userId(), OwnerAct.LINK_IDENTITY, proof);
        links.link(user, identity);
    }

    /** Has FranceConnect open the account no longer; other sessions end, this one goes on as the returned user. */
    public CurrentUser unlink(CurrentUser user, String password) {
        reauthentication.require(user.userId(), password);
        return links.unlink(user);
    }

    /** The same for who has shown otherwise that it is they. */
    public CurrentUser unlink(CurrentUser user, OwnerProof proof) {
        reauthentication.require(user.userId(), OwnerAct.UNLINK_IDENTITY, proof);
        return links.unlink(user);
    }

    /** Has no password open the account any more; other sessions end, this one goes on as the returned user. */
    public CurrentUser removePassword(CurrentUser user, String password) {
        reauthentication.require(user.userId(), password);
        requireOffered();
        return links.removePassword(user);
    }

    /** The same for who has shown otherwise that it is they. */
    public CurrentUser removePassword(CurrentUser user, OwnerProof proof) {
        reauthentication.require(user.userId(), OwnerAct.REMOVE_PASSWORD, proof);
        requireOffered();
        return links.removePassword(user);
    }

    private void requireOffered() {
        if (!door.isOffered()) {
            throw new LastWayIn();
        }
    }
}
