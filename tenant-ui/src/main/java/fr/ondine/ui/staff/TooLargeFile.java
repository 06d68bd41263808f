package fr.ondine.ui.staff;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/** Leads back to the form whose file was not even read to its end; no controller is known by then. */
@RestControllerAdvice
class TooLargeFile {

    @ExceptionHandler
    ResponseEntity<Void> on(MaxUploadSizeExceededException tooLarge, HttpServletRequest request) {
        return switch (request.getRequestURI()) {
            case UploadedFile.PATH ->
                ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .location(URI.create("/" + DownloadsView.PATH + "?refus=publications.too-large"))
                        .build();
            case UploadedLogo.PATH -> UploadedLogo.back("refus=" + UploadedLogo.TOO_HEAVY);
            default -> ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).build();
        };
    }
}
