package fr.ondine.ui.staff;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/** Leads back to the form whose file was not even read to its end; no controller is known by then. */
@RestControllerAdvice
class TooLargeFile {

    /** A subscriber's page, whatever file it is about. */
    private static final Pattern CERTIFICATE = Pattern.compile("/fuites/[0-9a-f-]{36}/attestation");

    @ExceptionHandler
    ResponseEntity<Void> on(MaxUploadSizeExceededException tooLarge, HttpServletRequest request) {
        return switch (request.getRequestURI()) {
            case UploadedFile.PATH ->
                back("/" + DownloadsView.PATH + "?refus=" + UploadedFile.REFUSALS.of(UploadedFile.TOO_LARGE));
            case UploadedLogo.PATH -> UploadedLogo.refused(UploadedLogo.TOO_HEAVY);
            default ->
                CERTIFICATE.matcher(request.getRequestURI()).matches()
                        ? back(request.getRequestURI().replaceFirst("/attestation$", "?refus=trop-lourd"))
                        : ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).build();
        };
    }

    private static ResponseEntity<Void> back(String page) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(page))
                .build();
    }
}
