package fr.ondine.ui.operatorapi;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** A configuration as it comes over the wire: no longer than one can be, and UTF-8. */
final class Yaml {

    private static final int LARGEST = 256 * 1024;

    private Yaml() {}

    static String read(InputStream body) throws IOException {
        var bytes = body.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw new ResponseStatusException(
                    HttpStatus.CONTENT_TOO_LARGE, "a configuration has " + LARGEST + " bytes at most");
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException malformed) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "the configuration is not UTF-8", malformed);
        }
    }
}
