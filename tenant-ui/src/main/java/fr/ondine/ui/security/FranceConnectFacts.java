package fr.ondine.ui.security;

import fr.ondine.platform.identity.franceconnect.FranceConnectClient;
import fr.ondine.platform.identity.franceconnect.OfficialButton;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What FranceConnect itself reads of a utility's client, the public half of its key and the addresses that are one client's;
 * and what browsers show of FranceConnect, the pictures of its button.
 */
@RestController
class FranceConnectFacts {

    static final String ALL = "/franceconnect/*";

    private static final MediaType SVG = new MediaType("image", "svg+xml");

    private final FranceConnectClient client;
    private final OfficialButton button;

    FranceConnectFacts(FranceConnectClient client, OfficialButton button) {
        this.client = client;
        this.button = button;
    }

    @GetMapping({
        "/franceconnect/bouton-clair.svg",
        "/franceconnect/bouton-clair-survol.svg",
        "/franceconnect/bouton-sombre.svg",
        "/franceconnect/bouton-sombre-survol.svg"
    })
    ResponseEntity<byte[]> button(HttpServletRequest request) {
        return button.picture(request.getServletPath().replaceAll("^.*/bouton-|[.]svg$", ""))
                .map(svg -> ResponseEntity.ok()
                        .contentType(SVG)
                        .cacheControl(CacheControl.maxAge(Duration.ofHours(1)))
                        .body(svg))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    @GetMapping(path = "/franceconnect/cles.json", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> keys() {
        return ResponseEntity.of(client.publicKeys());
    }

    @GetMapping(path = "/franceconnect/adresses.json", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<List<String>> callbacks() {
        var callbacks = client.callbacks();
        return callbacks.isEmpty() ? ResponseEntity.notFound().build() : ResponseEntity.ok(callbacks);
    }
}
