package fr.ondine.tenantconfig;

import static java.util.stream.Collectors.joining;

import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** What the claim keys (clés de sécurité) of a utility are made of; letters are upper case. */
public record ClaimKeyFormat(String alphabet, int length) {

    public static final int SHORTEST = 4;
    public static final int LONGEST = 32;

    public ClaimKeyFormat {
        Invalid.unless(alphabet.matches("[A-Z0-9]{2,36}"), "alphabet", "alphabet", alphabet);
        Invalid.unless(
                alphabet.chars().distinct().count() == alphabet.length(), "alphabet", "alphabet-repeats", alphabet);
        Invalid.unless(length >= SHORTEST && length <= LONGEST, "length", "claim-key-length", length);
    }

    /** Eight signs, none of which is taken for another on paper. */
    public static ClaimKeyFormat legible() {
        return new ClaimKeyFormat("23456789ABCDEFGHJKLMNPQRSTUVWXYZ", 8);
    }

    /** How hard a key is to guess: length × log₂(alphabet). */
    public double bits() {
        return bits(alphabet, length);
    }

    /** The same for a draft that may be no format yet: a sign that stands twice makes no key harder to guess. */
    public static double bits(String alphabet, int length) {
        var signs = Math.max(1, alphabet.chars().distinct().count());
        return length * Math.log(signs) / Math.log(2);
    }

    /** A key that nobody can tell beforehand: each sign is drawn for itself. */
    public String draw(RandomGenerator random) {
        return random.ints(length, 0, alphabet.length())
                .mapToObj(at -> alphabet.substring(at, at + 1))
                .collect(joining());
    }

    /** The key as it is stored and compared, or empty when what was typed cannot be one. */
    public Optional<String> normalise(String typed) {
        var key = NumberFormat.stripped(typed).toUpperCase(Locale.ROOT);
        var possible = key.length() == length && key.chars().allMatch(c -> alphabet.indexOf(c) >= 0);
        return possible ? Optional.of(key) : Optional.empty();
    }

    /** As printed on the invoice, in groups of four: K7M2 9QXD. */
    public String display(String key) {
        return key.replaceAll("(.{4})(?=.)", "$1 ");
    }
}
