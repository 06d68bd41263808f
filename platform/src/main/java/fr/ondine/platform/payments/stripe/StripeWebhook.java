package fr.ondine.platform.payments.stripe;

import com.stripe.exception.SignatureVerificationException;
import com.stripe.net.Webhook;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Where Stripe tells a utility, at its own host and under its own secret, that something happened. */
@RestController
class StripeWebhook {

    private static final int LARGEST = 256 * 1024;
    private static final long TOLERANCE_SECONDS = 300;

    private final StripeAccounts accounts;
    private final StripeInbox inbox;

    StripeWebhook(StripeAccounts accounts, StripeInbox inbox) {
        this.accounts = accounts;
        this.inbox = inbox;
    }

    @PostMapping("/webhooks/stripe")
    ResponseEntity<Void> receive(
            @RequestHeader(name = "Stripe-Signature", required = false) @Nullable String signature, InputStream body)
            throws IOException {
        var bytes = body.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            return answer(HttpStatus.CONTENT_TOO_LARGE);
        }
        var payload = new String(bytes, StandardCharsets.UTF_8);
        return answer(accounts.current()
                .filter(account -> isSigned(payload, signature, account))
                .flatMap(account -> StripeEvent.parse(payload).map(event -> take(event, payload, account)))
                .orElse(HttpStatus.BAD_REQUEST));
    }

    /** A live endpoint gets test events too: they are acknowledged, or they would come again for days. */
    private HttpStatus take(StripeEvent event, String payload, StripeAccount account) {
        if (event.account().filter(named -> !named.equals(account.id())).isPresent()) {
            return HttpStatus.BAD_REQUEST;
        }
        if (event.live() == account.keys().isLive()) {
            inbox.keep(event, payload);
        } else {
            inbox.keepUnhandled(event, payload);
        }
        return HttpStatus.OK;
    }

    private static boolean isSigned(String payload, @Nullable String signature, StripeAccount account) {
        try {
            return signature != null
                    && Webhook.Signature.verifyHeader(
                            payload, signature, account.keys().webhookSecret(), TOLERANCE_SECONDS);
        } catch (SignatureVerificationException forged) {
            return false;
        }
    }

    private static ResponseEntity<Void> answer(HttpStatus status) {
        return ResponseEntity.status(status).build();
    }
}
