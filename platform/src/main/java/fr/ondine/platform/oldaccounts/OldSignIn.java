package fr.ondine.platform.oldaccounts;

import fr.ondine.platform.identity.CurrentUser;

/** What a former login and a password lead to. */
public sealed interface OldSignIn {

    /** The password of the former portal: the login may come over. */
    record Proven(ProvenOldLogin login) implements OldSignIn {}

    /** The login has come over, its number is accepted still, and the password is the new account's. */
    record SignedIn(CurrentUser user) implements OldSignIn {}
}
