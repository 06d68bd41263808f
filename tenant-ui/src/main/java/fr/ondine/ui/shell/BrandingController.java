package fr.ondine.ui.shell;

import fr.ondine.platform.tenancy.Tenants;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Serves the bound utility's brand files, for good, since their name changes with their content. */
@RestController
class BrandingController {

    private final Tenants tenants;
    private final Branding branding;

    BrandingController(Tenants tenants, Branding branding) {
        this.tenants = tenants;
        this.branding = branding;
    }

    @GetMapping("/branding/{hash:[0-9a-f]{16}}.css")
    ResponseEntity<String> css(@PathVariable String hash) {
        var files = branding.of(tenants.current());
        return answer(files, hash, files.css(), "text/css");
    }

    @GetMapping("/branding/{hash:[0-9a-f]{16}}.svg")
    ResponseEntity<String> svg(@PathVariable String hash) {
        var files = branding.of(tenants.current());
        return answer(files, hash, files.svg(), "image/svg+xml");
    }

    @GetMapping("/branding/{hash:[0-9a-f]{16}}.webmanifest")
    ResponseEntity<String> manifest(@PathVariable String hash) {
        var files = branding.of(tenants.current());
        return answer(files, hash, files.webmanifest(), "application/manifest+json");
    }

    /** A page opened before the configuration changed asks for the old name: it gets the new content, not kept. */
    private static ResponseEntity<String> answer(BrandFiles files, String hash, String content, String type) {
        var kept = files.hash().equals(hash)
                ? CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable()
                : CacheControl.noStore();
        return ResponseEntity.ok()
                .cacheControl(kept)
                .contentType(new MediaType(MediaType.parseMediaType(type), StandardCharsets.UTF_8))
                .body(content);
    }
}
