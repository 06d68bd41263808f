package fr.ondine.ui.shell;

import fr.ondine.platform.publications.LogoImage;
import fr.ondine.platform.publications.Logos;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Serves the bound utility's logos, for good: under an identifier there is never another file. */
@RestController
class LogoController {

    private final Logos logos;

    LogoController(Logos logos) {
        this.logos = logos;
    }

    @GetMapping("/branding/logo/{id}")
    ResponseEntity<byte[]> logo(@PathVariable UUID id, HttpServletResponse response) {
        return logos.find(id)
                .map(image -> answer(image, response))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private static ResponseEntity<byte[]> answer(LogoImage image, HttpServletResponse response) {
        // a mail that is read in a browser shows it on the page of another site
        response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
        return ResponseEntity.ok()
                .cacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .contentType(MediaType.parseMediaType(image.mediaType()))
                .body(image.bytes());
    }
}
