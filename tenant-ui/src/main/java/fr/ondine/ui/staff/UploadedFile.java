package fr.ondine.ui.staff;

import fr.ondine.platform.kernel.DomainException;
import fr.ondine.platform.publications.PublishedFiles;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.ui.shell.RefusalWords;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.util.UriComponentsBuilder;

/** Takes in what the browser posts from {@link DownloadsView}, and leads back there. */
@RestController
class UploadedFile {

    static final String TOO_LARGE = "publications.too-large";

    static final String PATH = "/gestion/configuration/documents/envoi";

    /** What can be wrong with a file, as the page says it. */
    static final RefusalWords REFUSALS = new RefusalWords(Map.of(
            TOO_LARGE,
            "trop-lourd",
            "publications.not-a-pdf",
            "pas-un-pdf",
            "documents.storage-full",
            "plus-de-place"));

    private final PublishedFiles files;

    UploadedFile(PublishedFiles files) {
        this.files = files;
    }

    @PostMapping(value = PATH, consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<Void> take(
            @AuthenticationPrincipal CurrentStaff who,
            @RequestParam("titre") String title,
            @RequestParam("fichier") MultipartFile file)
            throws IOException {
        var page = UriComponentsBuilder.fromPath("/" + DownloadsView.PATH).queryParam("titre", "{titre}");
        try {
            var id = upload(who, file);
            return seeOther(page.queryParam("document", id)
                    .encode()
                    .buildAndExpand(title)
                    .toUri());
        } catch (DomainException refused) {
            return seeOther(page.queryParam("refus", REFUSALS.of(refused.code()))
                    .encode()
                    .buildAndExpand(title)
                    .toUri());
        }
    }

    private UUID upload(CurrentStaff who, MultipartFile file) throws IOException {
        return files.upload(
                who, Objects.requireNonNullElse(file.getOriginalFilename(), "document.pdf"), file.getBytes());
    }

    private static ResponseEntity<Void> seeOther(URI page) {
        return ResponseEntity.status(303).location(page).build();
    }
}
