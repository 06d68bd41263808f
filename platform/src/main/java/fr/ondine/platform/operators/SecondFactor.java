package fr.ondine.platform.operators;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** The key of an authenticator application that an operator is about to confirm with a first code. */
public record SecondFactor(String account, String key) {

    private static final String ISSUER = "Ondine";
    private static final int GROUP = 4;

    static SecondFactor freshFor(String account) {
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

    /** The code that an application shows at that moment. */
    public String codeAt(Instant moment) {
        return Totp.code(Base32.decode(key), Totp.step(moment), Totp.DIGITS);
    }

    long confirm(String code, Instant now) {
        return Totp.stepOf(code.replace(" ", ""), key, now).orElseThrow(WrongCode::new);
    }

    @Override
    public String toString() {
        return "SecondFactor[" + account + ", …]";
    }
}
