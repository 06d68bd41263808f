package fr.ondine.ui.staff;

import fr.ondine.platform.kernel.DomainException;
import fr.ondine.platform.publications.Logos;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.ui.shell.RefusalWords;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Takes in the logo that the browser posts from {@link BrandView}, and leads back there. */
@RestController
class UploadedLogo {

    static final String PATH = "/" + BrandView.PATH + "/envoi";

    static final String TOO_HEAVY = "publications.logo-too-heavy";

    /** What can be wrong with an image, as the page says it. */
    static final RefusalWords REFUSALS = new RefusalWords(Map.of(
            TOO_HEAVY,
            "trop-lourd",
            "publications.logo-too-large",
            "trop-grand",
            "publications.not-an-image",
            "pas-une-image",
            "publications.image-damaged",
            "image-abimee",
            "documents.storage-full",
            "plus-de-place"));

    private final Logos logos;

    UploadedLogo(Logos logos) {
        this.logos = logos;
    }

    @PostMapping(value = PATH, consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<Void> take(@AuthenticationPrincipal CurrentStaff who, @RequestParam("image") MultipartFile file)
            throws IOException {
        var name = Objects.requireNonNullElse(file.getOriginalFilename(), "logo");
        try {
            return back("logo=" + logos.upload(who, name, file.getBytes()));
        } catch (DomainException refused) {
            return refused(refused.code());
        }
    }

    static ResponseEntity<Void> refused(String code) {
        return back("refus=" + REFUSALS.of(code));
    }

    private static ResponseEntity<Void> back(String query) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/" + BrandView.PATH + "?" + query))
                .build();
    }
}
