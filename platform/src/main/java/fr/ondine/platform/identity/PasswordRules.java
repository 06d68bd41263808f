package fr.ondine.platform.identity;

import fr.ondine.platform.kernel.CommonPasswords;
import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.kernel.GuessableWords;
import fr.ondine.platform.tenancy.Tenants;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * What a password must be: long enough once the words are left out that anybody would try here first, and none that is
 * guessed soon anywhere. No composition rules.
 */
@Component
public class PasswordRules {

    public static final int LEAST = 12;
    public static final int MOST = 128;

    private final Tenants tenants;

    PasswordRules(Tenants tenants) {
        this.tenants = tenants;
    }

    /** Refuses a password that does not do for the account with this address. */
    public void check(String password, EmailAddress email) {
        check(password, GuessableWords.of(email, names()));
    }

    /** The same where the address is not known yet. */
    public void check(String password) {
        check(password, GuessableWords.of(names()));
    }

    private static void check(String password, List<String> guessable) {
        if (password.codePointCount(0, password.length()) < LEAST) {
            throw new PasswordTooShort(LEAST);
        }
        if (password.length() > MOST) {
            throw new PasswordTooLong(MOST);
        }
        GuessableWords.decisive(password, LEAST, guessable).ifPresent(PasswordRules::refuse);
        if (CommonPasswords.hold(password, guessable)) {
            throw new PasswordTooCommon();
        }
    }

    private String[] names() {
        var utility = tenants.current();
        return new String[] {utility.name(), utility.slug(), utility.legal().legalName(), utility.canonicalHost()};
    }

    private static void refuse(String word) {
        throw new PasswordTooGuessable(word, LEAST);
    }
}
