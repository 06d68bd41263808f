package fr.ondine.ui.shell;

import fr.ondine.platform.kernel.DomainException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * Answers a request that is no page with the refusal in words, or a person who opened such an address with a page; what
 * is unknown to whoever asks is not found.
 */
@RestControllerAdvice
class RefusalAnswers {

    private final Texts texts;
    private final FailureController failures;

    RefusalAnswers(Texts texts, FailureController failures) {
        this.texts = texts;
        this.failures = failures;
    }

    @ExceptionHandler(DomainException.class)
    ResponseEntity<?> onRefusal(DomainException refusal, HttpServletRequest asked, HttpServletResponse answer) {
        var status = refusal.code().contains(".unknown") ? HttpStatus.NOT_FOUND : HttpStatus.CONFLICT;
        return String.valueOf(asked.getHeader(HttpHeaders.ACCEPT)).contains(MediaType.TEXT_HTML_VALUE)
                ? failures.page(status.value(), asked, answer)
                : ResponseEntity.of(ProblemDetail.forStatusAndDetail(status, texts.sayRefusal(refusal)))
                        .build();
    }
}
