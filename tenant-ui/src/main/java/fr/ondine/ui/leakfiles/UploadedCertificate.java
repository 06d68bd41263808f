package fr.ondine.ui.leakfiles;

import fr.ondine.platform.identity.CurrentUser;
import fr.ondine.platform.kernel.DomainException;
import fr.ondine.platform.leaks.CertificateFile;
import fr.ondine.platform.leaks.CertifiedRepair;
import fr.ondine.platform.leaks.LeakFileId;
import fr.ondine.platform.leaks.Leaks;
import fr.ondine.ui.shell.RefusalWords;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.util.UriComponentsBuilder;

/** Takes in the certificate that a subscriber's browser posts from {@link OwnLeakView}, and leads back there. */
@RestController
class UploadedCertificate {

    /** What can be wrong with one, as the page says it. */
    static final RefusalWords REFUSALS = new RefusalWords(Map.of(
            "leaks.place-missing", "lieu-manquant",
            "leaks.repaired-in-future", "date-a-venir",
            "leaks.file-too-large", "trop-lourd",
            "leaks.file-type", "mauvais-format",
            "leaks.file-infected", "virus",
            "leaks.file-scan-away", "verification-impossible",
            "leaks.file-too-many", "trop-de-fichiers",
            "leaks.over", "dossier-clos",
            "documents.storage-full", "plus-de-place"));

    private final Leaks leaks;

    UploadedCertificate(Leaks leaks) {
        this.leaks = leaks;
    }

    @PostMapping(value = "/fuites/{id}/attestation", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<Void> take(
            @AuthenticationPrincipal CurrentUser person,
            @PathVariable("id") UUID id,
            @RequestParam("lieu") String place,
            @RequestParam("repare") String repaired,
            @RequestParam(name = "fichier", required = false) @Nullable MultipartFile file,
            @RequestParam(name = "photo", required = false) @Nullable MultipartFile photo)
            throws IOException {
        var page = UriComponentsBuilder.fromPath(Addresses.own(new LeakFileId(id)));
        try {
            leaks.certify(
                    person.userId(),
                    new LeakFileId(id),
                    new CertifiedRepair(
                            place, PaperCertificateForm.typed(repaired).orElse(null)),
                    new CertificateFile(photo == null || photo.isEmpty() ? bytes(file) : photo.getBytes()));
            return seeOther(page.queryParam("fait", "").build().toUri());
        } catch (DomainException refused) {
            return seeOther(page.queryParam("refus", REFUSALS.of(refused.code()))
                    .queryParam("lieu", "{lieu}")
                    .queryParam("repare", "{repare}")
                    .encode()
                    .buildAndExpand(place, repaired)
                    .toUri());
        }
    }

    /** Without any it is no picture, which is refused as any other. */
    private static byte[] bytes(@Nullable MultipartFile file) throws IOException {
        return file == null ? new byte[0] : file.getBytes();
    }

    private static ResponseEntity<Void> seeOther(URI page) {
        return ResponseEntity.status(303).location(page).build();
    }
}
