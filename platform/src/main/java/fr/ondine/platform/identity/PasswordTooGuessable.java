package fr.ondine.platform.identity;

import fr.ondine.platform.kernel.DomainException;

/** Without the words that anybody would try here, too little is left of the password. */
public final class PasswordTooGuessable extends DomainException {

    PasswordTooGuessable(String word, int least) {
        super("identity.password-too-guessable", word, least);
    }
}
