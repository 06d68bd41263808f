package fr.ondine.ui.dashboard;

import fr.ondine.platform.documents.DocumentContent;
import fr.ondine.platform.publications.PublishedFiles;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A document that the utility offers to whoever is signed in; any other identifier is that of nothing. */
@RestController
class DownloadedFile {

    private final PublishedFiles files;

    DownloadedFile(PublishedFiles files) {
        this.files = files;
    }

    static String path(UUID id) {
        return "/documents/" + id + ".pdf";
    }

    @GetMapping("/documents/{id}.pdf")
    ResponseEntity<byte[]> file(@PathVariable("id") UUID id) {
        return files.offered(id)
                .map(DownloadedFile::answer)
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private static ResponseEntity<byte[]> answer(DocumentContent pdf) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(pdf.fileName(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(pdf.bytes());
    }
}
