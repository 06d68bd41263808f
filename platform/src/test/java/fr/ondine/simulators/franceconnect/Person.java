package fr.ondine.simulators.franceconnect;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/** Somebody whom one may be at the simulator. */
interface Person {

    String name();

    String label();

    Map<String, Object> claims();

    /** What one client calls the person: 64 signs and {@code v1}. */
    default String subject(Client client) {
        return subject(name(), client);
    }

    static String subject(String person, Client client) {
        try {
            var digest = MessageDigest.getInstance("SHA-256")
                    .digest((client.entity() + "|" + person).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest) + "v1";
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
