package fr.ondine.platform.kernel;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The words that anybody would try here first: of the person's address, of who runs the place, and of the trade. They
 * count for nothing in a password, whatever their case and accents (ASVS 5, 6.1.2 and 6.2.11).
 */
public final class GuessableWords {

    private static final List<String> OF_THE_TRADE = List.of(
            "assainissement",
            "motdepasse",
            "abonnement",
            "abonne",
            "facture",
            "compteur",
            "contrat",
            "portail",
            "espace",
            "client",
            "syndicat",
            "gestion",
            "ondine");
    private static final int SHORTEST = 4;

    private GuessableWords() {}

    /** The word without which fewer than {@code least} signs are left of the password, where there is one. */
    public static Optional<String> decisive(String password, int least, List<String> words) {
        var left = plain(password);
        for (var word : words) {
            var without = left.replace(word, "");
            if (!without.equals(left) && without.length() < least) {
                return Optional.of(word);
            }
            left = without;
        }
        return Optional.empty();
    }

    /** Those of this person's address too. */
    public static List<String> of(EmailAddress email, String... names) {
        var address = plain(email.value());
        var mailbox = address.substring(0, address.indexOf('@'));
        return kept(Stream.of(Stream.of(address, mailbox), words(mailbox), of(names).stream()));
    }

    public static List<String> of(String... names) {
        return kept(Stream.of(Arrays.stream(names).flatMap(name -> words(plain(name))), OF_THE_TRADE.stream()));
    }

    private static List<String> kept(Stream<Stream<String>> words) {
        return words.flatMap(each -> each)
                .filter(word -> word.length() >= SHORTEST)
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
