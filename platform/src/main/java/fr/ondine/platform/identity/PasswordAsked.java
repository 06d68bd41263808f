package fr.ondine.platform.identity;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Asks the person who is signed in to show once more that it is they, for what other modules let nobody do who passes by. */
@Service
public class PasswordAsked {

    private final Reauthentication reauthentication;
    private final UserAccounts accounts;

    PasswordAsked(Reauthentication reauthentication, UserAccounts accounts) {
        this.reauthentication = reauthentication;
        this.accounts = accounts;
    }

    /** Refuses with {@link WrongPassword}, or {@link TooManyAttempts}. */
    public void require(UserId user, String password) {
        reauthentication.require(user, password);
    }

    /** The same for who has shown it otherwise; refuses with {@link OwnerProofOver}. */
    public void require(UserId user, OwnerAct act, OwnerProof proof) {
        reauthentication.require(user, act, proof);
    }

    /**
     * In the transaction of what it was asked for: refuses with {@link SignInRefused} where their session was ended since,
     * as a thief's is, and has nobody end it before that is done.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void stillSignedIn(CurrentUser user) {
        if (accounts.lockActive(user.userId()).filter(found -> found.isOf(user)).isEmpty()) {
            throw new SignInRefused();
        }
    }
}
