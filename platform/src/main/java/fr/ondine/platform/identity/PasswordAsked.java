package fr.ondine.platform.identity;

import org.springframework.stereotype.Service;

/** Asks the person who is signed in to show once more that it is they, for what other modules let nobody do who passes by. */
@Service
public class PasswordAsked {

    private final Reauthentication reauthentication;

    PasswordAsked(Reauthentication reauthentication) {
        this.reauthentication = reauthentication;
    }

    /** Refuses with {@link WrongPassword}, or {@link TooManyAttempts}. */
    public void require(UserId user, String password) {
        reauthentication.require(user, password);
    }

    /** The same for who has shown it otherwise; refuses with {@link OwnerProofOver}. */
    public void require(UserId user, OwnerAct act, OwnerProof proof) {
        reauthentication.require(user, act, proof);
    }
}
