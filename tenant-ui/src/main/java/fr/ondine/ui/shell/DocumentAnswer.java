package fr.ondine.ui.shell;

import fr.ondine.platform.documents.DocumentContent;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A document as a browser is given it, which takes it for nothing else than it is said to be. */
public final class DocumentAnswer {

    private DocumentAnswer() {}

    /** To be read in a tab. */
    public static ResponseEntity<byte[]> shown(DocumentContent document) {
        return answer(ContentDisposition.inline(), document);
    }

    /** The same; without one there is nothing at that address. */
    public static ResponseEntity<byte[]> shown(Optional<DocumentContent> document) {
        return document.map(DocumentAnswer::shown)
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    /** To be kept as a file, and never shown as a page of ours. */
    public static ResponseEntity<byte[]> kept(Optional<DocumentContent> document) {
        return document.map(file -> answer(ContentDisposition.attachment(), file))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private static ResponseEntity<byte[]> answer(ContentDisposition.Builder how, DocumentContent document) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(document.mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        how.filename(document.fileName(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(document.bytes());
    }
}
