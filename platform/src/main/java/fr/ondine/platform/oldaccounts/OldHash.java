package fr.ondine.platform.oldaccounts;

import fr.ondine.platform.oldaccounts.OldForm.Bcrypt;
import fr.ondine.platform.oldaccounts.OldForm.Crypt;
import fr.ondine.platform.oldaccounts.OldForm.Digest;
import fr.ondine.platform.oldaccounts.OldForm.Pbkdf2;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A hash of a password as a former portal kept it, in one of the forms that are met. It is never stored. */
record OldHash(OldForm form, byte[] hash) {

    /** What takes about a second here; more is a mistake, or somebody who wants us busy. */
    private static final int MOST_BCRYPT = 14;

    private static final int LEAST_BCRYPT = 4;
    private static final int MOST_ITERATIONS = 2_000_000;
    private static final int MOST_ROUNDS = 1_000_000;
    private static final int LEAST_ROUNDS = 1_000;
    private static final int LONGEST = 64;
    private static final int SHORTEST = 16;

    private static final String CRYPT = "{CRYPT}";
    private static final Pattern BCRYPT =
            Pattern.compile("(\\$2[abxy]\\$(\\d\\d)\\$[./A-Za-z0-9]{22})([./A-Za-z0-9]{31})");
    private static final Pattern SHA_CRYPT = Pattern.compile(
            "(\\$([56])\\$(?:rounds=(\\d{1,10})\\$)?[./A-Za-z0-9]{1,16})\\$([./A-Za-z0-9]{43}|[./A-Za-z0-9]{86})");
    private static final Pattern MD5_CRYPT =
            Pattern.compile("(\\$(?:1|apr1)\\$[./A-Za-z0-9]{1,8})\\$([./A-Za-z0-9]{22})");
    /** Django: {@code pbkdf2_sha256$260000$salt$base64}. */
    private static final Pattern DJANGO =
            Pattern.compile("pbkdf2_(sha\\d+)\\$(\\d{1,10})\\$([^$]{1,64})\\$([A-Za-z0-9+/=]+)");
    /** Werkzeug: {@code pbkdf2:sha256:260000$salt$hexadecimal}. */
    private static final Pattern WERKZEUG =
            Pattern.compile("pbkdf2:(sha\\d+):(\\d{1,10})\\$([^$]{1,64})\\$([0-9a-fA-F]+)");
    /** Passlib and LDAP: {@code $pbkdf2-sha256$29000$salt$hash}, {@code {PBKDF2-SHA256}10000$salt$hash}. */
    private static final Pattern MODULAR = Pattern.compile(
            "(?:\\$pbkdf2(?:-(sha\\d+))?\\$|\\{PBKDF2(?:-(SHA\\d+))?})(\\d{1,10})\\$([A-Za-z0-9+/.]{1,88}=*)\\$([A-Za-z0-9+/.]+=*)");

    private static final Pattern LDAP = Pattern.compile("\\{(S?)(MD5|SHA|SHA256|SHA384|SHA512)}([A-Za-z0-9+/]+=*)");
    private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]+");
    private static final Pattern NAMED =
            Pattern.compile("\\$(?:2|5|6|1|apr1|pbkdf2)\\b?.*|pbkdf2[_:].*|\\{(?i:CRYPT|PBKDF2|S?MD5|S?SHA)[^}]*}.*");

    private static final Set<String> PBKDF2 = Set.of("SHA1", "SHA256", "SHA384", "SHA512");

    /**
     * Understands the hash; empty when its form is not one of those met.
     *
     * @throws OldHashRefused when it has the beginning of a form and not the rest, or would take too long to check
     */
    static Optional<OldHash> parse(String text, OldSalt salt) {
        var crypt = text.regionMatches(true, 0, CRYPT, 0, CRYPT.length()) ? text.substring(CRYPT.length()) : text;
        if (HEX.matcher(crypt).matches()) {
            return bare(crypt, salt);
        }
        if (salt.isGiven()) {
            throw OldHashRefused.saltMisplaced(); // every other form has its own
        }
        try {
            var read = bcrypt(crypt)
                    .or(() -> crypt(crypt))
                    .or(() -> pbkdf2(DJANGO, crypt, OldHash::utf8, OldHash::base64))
                    .or(() -> pbkdf2(WERKZEUG, crypt, OldHash::utf8, HexFormat.of()::parseHex))
                    .or(() -> modular(crypt))
                    .or(() -> ldap(crypt));
            if (read.isEmpty() && NAMED.matcher(text).matches()) {
                throw OldHashRefused.malformed();
            }
            return read;
        } catch (OldHashRefused refused) {
            throw refused;
        } catch (IllegalArgumentException undecodable) {
            throw OldHashRefused.malformed();
        }
    }

    private static Optional<OldHash> bcrypt(String text) {
        return match(BCRYPT, text).map(found -> {
            within(Integer.parseInt(found.group(2)), LEAST_BCRYPT, MOST_BCRYPT);
            return new OldHash(new Bcrypt(found.group(1)), utf8(found.group(3)));
        });
    }

    private static Optional<OldHash> crypt(String text) {
        return match(SHA_CRYPT, text)
                .map(found -> {
                    if (found.group(3) != null) {
                        within(Long.parseLong(found.group(3)), LEAST_ROUNDS, MOST_ROUNDS);
                    }
                    if (found.group(2).equals("5") != (found.group(4).length() == 43)) {
                        throw OldHashRefused.malformed();
                    }
                    return new OldHash(new Crypt(found.group(1)), utf8(found.group(4)));
                })
                .or(() -> match(MD5_CRYPT, text)
                        .map(found -> new OldHash(new Crypt(found.group(1)), utf8(found.group(2)))));
    }

    private interface Decoded {
        byte[] of(String text);
    }

    private static Optional<OldHash> pbkdf2(Pattern form, String text, Decoded salt, Decoded hash) {
        return match(form, text)
                .map(found -> pbkdf2(found.group(1), found.group(2), salt.of(found.group(3)), hash.of(found.group(4))));
    }

    private static Optional<OldHash> modular(String text) {
        return match(MODULAR, text).map(found -> {
            var named = found.group(1) == null ? found.group(2) : found.group(1);
            return pbkdf2(named == null ? "sha1" : named, found.group(3), ab64(found.group(4)), ab64(found.group(5)));
        });
    }

    private static OldHash pbkdf2(String named, String iterations, byte[] salt, byte[] hash) {
        var digest = named.toUpperCase(Locale.ROOT);
        if (!PBKDF2.contains(digest) || hash.length < SHORTEST || hash.length > LONGEST || salt.length == 0) {
            throw OldHashRefused.malformed();
        }
        var count = Long.parseLong(iterations);
        within(count, 1, MOST_ITERATIONS);
        return new OldHash(new Pbkdf2(digest, (int) count, salt, hash.length), hash);
    }

    private static Optional<OldHash> ldap(String text) {
        return match(LDAP, text).map(found -> {
            var digest = Plain.valueOf(found.group(2));
            var bytes = base64(found.group(3));
            var salt = bytes.length - digest.length;
            if (found.group(1).isEmpty() ? salt != 0 : salt < 1 || salt > LONGEST) {
                throw OldHashRefused.malformed();
            }
            return new OldHash(
                    new Digest(digest.algorithm, false, Arrays.copyOfRange(bytes, digest.length, bytes.length)),
                    Arrays.copyOf(bytes, digest.length));
        });
    }

    /** In hexadecimal its length alone tells what it is. */
    private static Optional<OldHash> bare(String hex, OldSalt salt) {
        if (salt.isGiven() && !salt.isWhole()) {
            throw OldHashRefused.saltMisplaced();
        }
        return Arrays.stream(Plain.values())
                .filter(digest -> digest.length * 2 == hex.length())
                .findFirst()
                .map(digest -> new OldHash(
                        new Digest(digest.algorithm, salt.isBefore(), salt.bytes()),
                        HexFormat.of().parseHex(hex)));
    }

    /** One pass, by the name that LDAP gives it. */
    private enum Plain {
        MD5("MD5", 16),
        SHA("SHA-1", 20),
        SHA256("SHA-256", 32),
        SHA384("SHA-384", 48),
        SHA512("SHA-512", 64);

        private final String algorithm;
        private final int length;

        Plain(String algorithm, int length) {
            this.algorithm = algorithm;
            this.length = length;
        }
    }

    private static void within(long cost, long least, long most) {
        if (cost < least) {
            throw OldHashRefused.malformed();
        }
        if (cost > most) {
            throw OldHashRefused.tooCostly(most);
        }
    }

    private static Optional<Matcher> match(Pattern form, String text) {
        return Optional.of(form.matcher(text)).filter(Matcher::matches);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] base64(String text) {
        return Base64.getDecoder().decode(text);
    }

    /** Passlib's: a point for the plus, no padding. */
    private static byte[] ab64(String text) {
        return base64(text.replace('.', '+').replaceAll("=+$", ""));
    }
}
