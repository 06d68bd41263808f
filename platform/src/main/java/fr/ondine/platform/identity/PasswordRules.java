package fr.ondine.platform.identity;

import fr.ondine.platform.kernel.CommonPasswords;
import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.tenancy.Tenants;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * What a password must be: long enough once the words are left out that anybody would try here first, and none that is
 * guessed soon anywhere. No composition rules.
 */
@Component
public class PasswordRules {

    public static final int LEAST = 12;
    public static final int MOST = 128;

    private static final int SHORTEST_WORD = 4;

    private final Tenants tenants;

    PasswordRules(Tenants tenants) {
        this.tenants = tenants;
    }

    /** Refuses a password that does not do for the account with this address. */
    public void check(String password, EmailAddress email) {
        if (password.codePointCount(0, password.length()) < LEAST) {
            throw new PasswordTooShort(LEAST);
        }
        if (password.length() > MOST) {
            throw new PasswordTooLong(MOST);
        }
        var left = plain(password);
        for (var word : guessable(email)) {
            var without = left.replace(word, "");
            if (!without.equals(left) && without.length() < LEAST) {
                throw new PasswordTooGuessable(word, LEAST);
            }
            left = without;
        }
        if (CommonPasswords.hold(password)) {
            throw new PasswordTooCommon();
        }
    }

    private List<String> guessable(EmailAddress email) {
        var mailbox = plain(email.value().substring(0, email.value().indexOf('@')));
        var utility = tenants.current();
        return Stream.of(
                        Stream.of(plain(email.value()), mailbox),
                        words(mailbox),
                        words(plain(utility.name())),
                        words(utility.slug()))
                .flatMap(words -> words)
                .filter(word -> word.length() >= SHORTEST_WORD)
                .distinct()
                .toList();
    }

    private static Stream<String> words(String text) {
        return Arrays.stream(text.split("[^\\p{L}\\d]+"));
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}
