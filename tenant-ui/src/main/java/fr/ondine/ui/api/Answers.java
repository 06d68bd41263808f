package fr.ondine.ui.api;

import fr.ondine.platform.documents.DocumentContent;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Answers with an entity tag made of what is in them: who has the same already is told so, and sent nothing (304). */
@Component
class Answers {

    private final JsonMapper json;

    Answers(JsonMapper json) {
        this.json = json;
    }

    ResponseEntity<byte[]> of(Object content) {
        var written = json.writeValueAsBytes(content);
        return tagged(MediaType.APPLICATION_JSON, written).body(written);
    }

    static ResponseEntity<byte[]> of(DocumentContent document) {
        return tagged(MediaType.parseMediaType(document.mediaType()), document.bytes())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(document.fileName())
                                .build()
                                .toString())
                .body(document.bytes());
    }

    private static ResponseEntity.BodyBuilder tagged(MediaType type, byte[] content) {
        return ResponseEntity.ok().contentType(type).eTag("\"" + digest(content) + "\"");
    }

    private static String digest(byte[] content) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
