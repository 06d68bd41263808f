package fr.ondine.ui.outbox;

import fr.ondine.platform.kernel.DomainException;
import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.notifications.MailReturns;
import fr.ondine.platform.notifications.ReturnedMail;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where a relay, or a filter of the mailbox of returns, tells which mail nobody got; nothing where no key is set. */
@RestController
class ReturnsEndpoint {

    private static final String BEARER = "Bearer ";
    /** In seconds: by then the mail server has answered, or is no longer waited for. */
    private static final String TELL_AGAIN = "60";

    private final MailReturns returns;

    ReturnsEndpoint(MailReturns returns) {
        this.returns = returns;
    }

    @PostMapping("/webhooks/courriers-revenus")
    ResponseEntity<ProblemDetail> returned(
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, defaultValue = "") String authorization,
            @RequestParam(name = "message", defaultValue = "") String message,
            @RequestParam(name = "adresse", defaultValue = "") String address,
            @RequestParam(name = "raison", defaultValue = "") String reason) {
        if (!returns.isOn()) {
            return answer(HttpStatus.NOT_FOUND);
        }
        if (!authorization.startsWith(BEARER) || !returns.isKey(authorization.substring(BEARER.length()))) {
            return answer(HttpStatus.FORBIDDEN);
        }
        return returned(message, address, reason)
                .map(returns::note)
                .map(ReturnsEndpoint::answer)
                .orElseGet(() -> answer(HttpStatus.NOT_FOUND));
    }

    private static ResponseEntity<ProblemDetail> answer(MailReturns.Answer answer) {
        return switch (answer) {
            case NOTED -> answer(HttpStatus.NO_CONTENT);
            case UNKNOWN -> answer(HttpStatus.NOT_FOUND);
            case TOO_SOON ->
                ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                        .header(HttpHeaders.RETRY_AFTER, TELL_AGAIN)
                        .body(ProblemDetail.forStatusAndDetail(
                                HttpStatus.SERVICE_UNAVAILABLE,
                                "This mail is being handed over just now: tell of its return again."));
        };
    }

    /** The message id is there as it stands in the mail, or without the brackets and the host. */
    private static Optional<ReturnedMail> returned(String message, String address, String reason) {
        try {
            var id = UUID.fromString(message.strip().replaceAll("^<|@.*$", ""));
            return Optional.of(new ReturnedMail(id, new EmailAddress(address.strip()), reason));
        } catch (IllegalArgumentException | DomainException none) {
            return Optional.empty();
        }
    }

    private static ResponseEntity<ProblemDetail> answer(HttpStatus status) {
        return ResponseEntity.status(status).build();
    }
}
