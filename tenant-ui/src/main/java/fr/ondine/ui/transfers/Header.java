package fr.ondine.ui.transfers;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** The header that carries a passphrase: no address holds it, and nobody logs it. */
public final class Header {

    public static final String PASSPHRASE = "Ondine-Passphrase";

    private Header() {}

    /** A header holds no letter beyond ASCII for certain, so that it comes as Base64 of its UTF-8. */
    public static String decoded(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64.strip()), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, PASSPHRASE + " is not Base64", malformed);
        }
    }
}
