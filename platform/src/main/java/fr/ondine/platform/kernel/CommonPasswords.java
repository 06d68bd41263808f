package fr.ondine.platform.kernel;

import com.nulabinc.zxcvbn.StandardDictionaries;
import com.nulabinc.zxcvbn.StandardKeyboards;
import com.nulabinc.zxcvbn.Zxcvbn;
import com.nulabinc.zxcvbn.ZxcvbnBuilder;
import com.nulabinc.zxcvbn.matchers.Dictionary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;

/**
 * Tells a password that is among the first hundred million that are tried: known from leaks, French or English words and
 * names, a row of keys, a date, the same again and again. Length alone does not tell it (NIST SP 800-63B, 3.1.1.2; ASVS 5,
 * 6.2.12).
 */
public final class CommonPasswords {

    /** Of four: beyond ten to the power of eight guesses. */
    private static final int SAFE = 3;

    /** A longer one is not easier to guess than its beginning, and takes long to look at. */
    private static final int LOOKED_AT = 40;

    /** Signs that stand for a letter, by letter: the guesser tries each for one with each for every other. */
    private static final List<String> STANDING_FOR_LETTERS = List.of("4@", "({[<", "$5", "+7", "69", "1!|", "1|7");

    /** Ways to read them: more of them than so, and whoever types them keeps a processor for seconds. */
    private static final int WAYS = 16;

    /** So many signs tell, whatever stands in them. */
    private static final int ALWAYS_LOOKED_AT = 14;

    private static final Zxcvbn GUESSER = guesser();

    private CommonPasswords() {}

    /** Whether somebody who guesses would soon come to it. */
    public static boolean hold(String password) {
        return hold(password, List.of());
    }

    /** The same for somebody who begins with these words. */
    public static boolean hold(String password, List<String> words) {
        var text = plain(password.substring(0, Math.min(password.length(), LOOKED_AT)));
        return GUESSER.measure(beginning(text), words).getScore() < SAFE;
    }

    private static String beginning(String text) {
        var end = Math.min(text.length(), LOOKED_AT);
        while (end > ALWAYS_LOOKED_AT && ways(text.substring(0, end)) > WAYS) {
            end--;
        }
        return text.substring(0, end);
    }

    private static int ways(String text) {
        return STANDING_FOR_LETTERS.stream()
                .mapToInt(signs -> (int)
                        signs.chars().filter(sign -> text.indexOf(sign) >= 0).count())
                .reduce(1, (ways, more) -> ways * Math.max(1, more));
    }

    /** An accent makes no word another one. */
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    }

    private static Zxcvbn guesser() {
        try {
            var guesser = new ZxcvbnBuilder()
                    .dictionaries(StandardDictionaries.loadAllDictionaries())
                    .keyboards(StandardKeyboards.loadAllKeyboards());
            for (var name : List.of("leaked", "words", "names")) {
                guesser.dictionary(new Dictionary("french-" + name, lines("passwords/" + name + ".txt")));
            }
            return guesser.build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(String file) throws IOException {
        try (var in = CommonPasswords.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IOException(file + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
