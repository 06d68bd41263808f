package fr.ondine.platform.identity;

import fr.ondine.platform.kernel.EmailAddress;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Accounts that are opened by FranceConnect: known by what it has proven, never by an address alone. */
@Service
public class FranceConnectAccounts {

    private final IdentityLinks links;
    private final Applications applications;
    private final Reauthentication reauthentication;
    private final Attempts attempts;
    private final EvenTime evenly;

    FranceConnectAccounts(
            IdentityLinks links,
            Applications applications,
            Reauthentication reauthentication,
            Attempts attempts,
            EvenTime evenly) {
        this.links = links;
        this.applications = applications;
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

    /**
     * Has a link mailed that opens a new account for the identity or, where the address has an account, a mail that says
     * so: the same answer. Whoever has an account signs in to it and links the identity there.
     */
    public void signUp(ProvenIdentity identity, EmailAddress email, Visitor visitor) {
        attempts.mayAskFor("sign-up", email, visitor);
        evenly.run(() -> applications.file(email, Application.by(identity)));
    }

    /** By what the person who is signed in may sign in. */
    public WaysIn waysIn(UserId user) {
        return links.waysIn(user);
    }

    /** Has the identity open the account of the person who is signed in, after their password. */
    public void link(CurrentUser user, ProvenIdentity identity, String password) {
        reauthentication.require(user.userId(), password);
        links.link(user.userId(), identity);
    }

    /** Has FranceConnect open the account no longer; other sessions end, this one goes on as the returned user. */
    public CurrentUser unlink(CurrentUser user, String password) {
        reauthentication.require(user.userId(), password);
        return links.unlink(user.userId());
    }

    /** Has no password open the account any more; other sessions end, this one goes on as the returned user. */
    public CurrentUser removePassword(CurrentUser user, String password) {
        reauthentication.require(user.userId(), password);
        return links.removePassword(user.userId());
    }
}
