package fr.ondine.ui.outbox;

import fr.ondine.platform.kernel.RawToken;
import fr.ondine.platform.notifications.MailPreferences;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where mailboxes refuse announcements for their owner with one click (RFC 8058); who opens it comes to the page. */
@RestController
class UnsubscribeEndpoint {

    private static final String ADDRESS = "/webhooks/desabonnement";

    private final MailPreferences preferences;

    UnsubscribeEndpoint(MailPreferences preferences) {
        this.preferences = preferences;
    }

    @PostMapping(ADDRESS)
    ResponseEntity<Void> refuse(@RequestParam("lien") String link) {
        return ResponseEntity.status(preferences.refuse(new RawToken(link)) ? HttpStatus.OK : HttpStatus.NOT_FOUND)
                .build();
    }

    @GetMapping(ADDRESS)
    ResponseEntity<Void> page(@RequestParam("lien") String link) {
        var page = URI.create("/desabonnement?lien=" + URLEncoder.encode(link, StandardCharsets.UTF_8));
        return ResponseEntity.status(HttpStatus.FOUND).location(page).build();
    }
}
