package fr.ondine.platform.identity;

import org.springframework.stereotype.Component;

/** Asks the person who is signed in for their password again before something that a passer-by must not do. */
@Component
class Reauthentication {

    private final SignIns signIns;
    private final Passwords passwords;
    private final Attempts attempts;

    Reauthentication(SignIns signIns, Passwords passwords, Attempts attempts) {
        this.signIns = signIns;
        this.passwords = passwords;
        this.attempts = attempts;
    }

    void require(UserId user, String password) {
        if (!attempts.mayConfirm(user)) {
            throw new TooManyAttempts();
        }
        if (!passwords.fits(password, signIns.hash(user).orElse(null))) {
            throw new WrongPassword();
        }
    }
}
