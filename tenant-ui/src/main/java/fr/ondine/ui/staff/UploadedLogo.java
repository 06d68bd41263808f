package fr.ondine.ui.staff;

import fr.ondine.platform.kernel.DomainException;
import fr.ondine.platform.publications.Logos;
import fr.ondine.platform.staff.CurrentStaff;
import java.io.IOException;
import java.net.URI;
import java.util.Objects;
import java.util.Set;
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
    static final Set<String> REFUSALS = Set.of(
            TOO_HEAVY,
            "publications.logo-too-large",
            "publications.not-an-image",
            "publications.image-damaged",
            "documents.storage-full");

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
            return back("refus=" + refused.code());
        }
    }

    static ResponseEntity<Void> back(String query) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/" + BrandView.PATH + "?" + query))
                .build();
    }
}
