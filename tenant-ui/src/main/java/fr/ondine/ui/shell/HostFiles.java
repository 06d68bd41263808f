package fr.ondine.ui.shell;

import fr.ondine.platform.tenancy.Tenants;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The files that browsers and search engines ask of every host, by names of their own. */
@RestController
class HostFiles {

    /** What anybody may read is found; pages of persons, and those on the way to them, are not. */
    private static final String ROBOTS = """
            User-agent: *
            Allow: /$
            Allow: /accessibilite$
            Allow: /contact$
            Allow: /mentions-legales$
            Allow: /branding/
            Allow: /portal.
            Allow: /VAADIN/
            Disallow: /
            """;

    private static final CacheControl A_DAY =
            CacheControl.maxAge(Duration.ofDays(1)).cachePublic();

    private final Tenants tenants;
    private final Branding branding;

    HostFiles(Tenants tenants, Branding branding) {
        this.tenants = tenants;
        this.branding = branding;
    }

    @GetMapping("/robots.txt")
    ResponseEntity<String> robots() {
        return ResponseEntity.ok()
                .cacheControl(A_DAY)
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .body(ROBOTS);
    }

    /** For whoever does not read in the page that its icon has another name. */
    @GetMapping("/favicon.ico")
    ResponseEntity<String> icon() {
        return ResponseEntity.ok()
                .cacheControl(A_DAY)
                .contentType(new MediaType(MediaType.parseMediaType("image/svg+xml"), StandardCharsets.UTF_8))
                .body(branding.of(tenants.current()).svg());
    }
}
