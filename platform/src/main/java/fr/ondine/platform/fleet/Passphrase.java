package fr.ondine.platform.fleet;

import java.security.SecureRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a person keeps apart from an export to open its secrets. */
record Passphrase(String value) {

    static final int SHORTEST = 16;

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final int GROUPS = 6;
    private static final int GROUP = 5;

    Passphrase {
        if (value.length() < SHORTEST) {
            throw new TransferRefused("passphrase-short", SHORTEST);
        }
    }

    /** The one that was given, or one of 150 random bits. */
    static Passphrase of(String given) {
        return new Passphrase(given.isEmpty() ? random() : given);
    }

    private static String random() {
        return IntStream.range(0, GROUPS)
                .mapToObj(group -> RANDOM.ints(GROUP, 0, ALPHABET.length())
                        .mapToObj(index -> ALPHABET.substring(index, index + 1))
                        .collect(Collectors.joining()))
                .collect(Collectors.joining("-"));
    }

    @Override
    public String toString() {
        return "Passphrase[…]";
    }
}
