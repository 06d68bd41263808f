package fr.ondine.platform.identity;

import org.springframework.stereotype.Service;

/** Asks the person who is signed in for their password again, for what other modules let nobody do who passes by. */
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
}
