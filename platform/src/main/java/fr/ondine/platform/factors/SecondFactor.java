package fr.ondine.platform.factors;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.OptionalLong;

/** The key of an authenticator application that a person is about to confirm with a first code. */
public record SecondFactor(String account, String key) {

    private static final String ISSUER = "Ondine";
    private static final int GROUP = 4;

    public static SecondFactor freshFor(String account) {
        return new SecondFactor(account, Totp.freshKey());
    }

    /** What the square that an application scans holds. */
    public String uri() {
        var label = URLEncoder.encode(ISSUER + ":" + account, StandardCharsets.UTF_8);
        return "otpauth://totp/" + label + "?secret=" + key + "&issuer=" + ISSUER;
    }

    /** The key in groups of four, for those who type it. */
    public String typed() {
        return key.replaceAll("(.{" + GROUP + "})(?!$)", "$1 ");
    }

    /** The step whose code this is now, for whom the factor is set up. */
    public static OptionalLong stepOf(String code, String key, Instant now) {
        return Totp.stepOf(code, key, now);
    }

    /** Whether that looks like a code of an application rather than a recovery code. */
    public static boolean isCode(String typed) {
        return typed.matches("\\d{" + Totp.DIGITS + "}");
    }

    /** The code that an application shows at that moment. */
    public String codeAt(Instant moment) {
        return Totp.code(Base32.decode(key), Totp.step(moment), Totp.DIGITS);
    }

    /** The step of the code, which is thereby used, or {@link WrongCode}. */
    public long confirm(String code, Instant now) {
        return Totp.stepOf(code.replace(" ", ""), key, now).orElseThrow(WrongCode::new);
    }

    @Override
    public String toString() {
        return "SecondFactor[" + account + ", …]";
    }
}
