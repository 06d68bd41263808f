package fr.ondine.platform.kernel;

import com.nulabinc.zxcvbn.Zxcvbn;

/**
 * Tells a password that is among the first hundred million that are tried: known from leaks, a row of keys, a date, the
 * same again and again. Length alone does not tell it (NIST SP 800-63B, 3.1.1.2; ASVS 5, 6.2.12).
 */
public final class CommonPasswords {

    /** Of four: beyond ten to the power of eight guesses. */
    private static final int SAFE = 3;

    /** A longer one is not easier to guess than its beginning, and takes long to look at. */
    private static final int LOOKED_AT = 64;

    private static final Zxcvbn GUESSER = new Zxcvbn();

    private CommonPasswords() {}

    /** Whether somebody who guesses would soon come to it. */
    public static boolean hold(String password) {
        var beginning = password.substring(0, Math.min(password.length(), LOOKED_AT));
        return GUESSER.measure(beginning).getScore() < SAFE;
    }
}
