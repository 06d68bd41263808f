package fr.ondine.platform.factors;

import java.util.Locale;

/** Bytes as letters and digits that are typed without doubt (RFC 4648), as authenticator applications want them. */
final class Base32 {

    private static final String SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;
    private static final int MASK = 31;

    private Base32() {}

    static String encode(byte[] bytes) {
        var text = new StringBuilder();
        long held = 0;
        var bits = 0;
        for (var each : bytes) {
            held = (held << Byte.SIZE | (each & 0xff)) & 0xfff;
            for (bits += Byte.SIZE; bits >= BITS; bits -= BITS) {
                text.append(SIGNS.charAt((int) (held >> (bits - BITS)) & MASK));
            }
        }
        return bits == 0
                ? text.toString()
                : text.append(SIGNS.charAt((int) (held << (BITS - bits)) & MASK))
                        .toString();
    }

    static byte[] decode(String text) {
        var signs = text.toUpperCase(Locale.ROOT);
        var bytes = new byte[signs.length() * BITS / Byte.SIZE];
        var held = 0;
        var bits = 0;
        var written = 0;
        for (var sign : signs.toCharArray()) {
            held = (held << BITS | valueOf(sign)) & 0xfff;
            bits += BITS;
            if (bits >= Byte.SIZE) {
                bits -= Byte.SIZE;
                bytes[written++] = (byte) (held >> bits);
            }
        }
        return bytes;
    }

    private static int valueOf(char sign) {
        var value = SIGNS.indexOf(sign);
        if (value < 0) {
            throw new IllegalArgumentException("not a sign of base 32");
        }
        return value;
    }
}
