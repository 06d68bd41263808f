package fr.ondine.ui.shell;

import fr.ondine.platform.kernel.DomainException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers a request that is no page with the refusal in words; what is unknown to the person who asks is not found. */
@RestControllerAdvice
class RefusalAnswers {

    private final Texts texts;

    RefusalAnswers(Texts texts) {
        this.texts = texts;
    }

    @ExceptionHandler(DomainException.class)
    ProblemDetail onRefusal(DomainException refusal) {
        var status = refusal.code().contains(".unknown") ? HttpStatus.NOT_FOUND : HttpStatus.CONFLICT;
        return ProblemDetail.forStatusAndDetail(status, texts.sayRefusal(refusal));
    }
}
